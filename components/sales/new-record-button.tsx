"use client"
import { Plus } from "lucide-react"
import dynamic from "next/dynamic"
import { useState } from "react"
import { Button } from "@/components/ui/button"

const dialogs = {
  lead: dynamic(() => import("./new-lead-dialog").then((part) => part.NewLeadDialog), { ssr: false }),
  account: dynamic(() => import("./new-account-dialog").then((part) => part.NewAccountDialog), { ssr: false }),
}

/** **New lead** or **New account** above a list; its dialog is loaded when it is opened. */
export function NewRecordButton({ kind, reason }: { kind: keyof typeof dialogs; reason: string | null }) {
  const [isOpen, setOpen] = useState(false)
  const Opened = dialogs[kind]
  return (
    <>
      <Button size="s" icon={<Plus aria-hidden="true" />} reason={reason} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {`New ${kind}`}
      </Button>
      {isOpen && <Opened onClose={() => setOpen(false)} />}
    </>
  )
}
