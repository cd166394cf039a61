"use client"
import { Plus } from "lucide-react"
import dynamic from "next/dynamic"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import type { CodeWords } from "@/lib/commerce/customers/editables"

const NewCustomerDialog = dynamic(() => import("./new-customer-dialog").then((part) => part.NewCustomerDialog), { ssr: false })

/** **New customer** above the list; its dialog is loaded when it is opened. */
export function NewCustomerButton({ codes, reason }: { codes: CodeWords; reason: string | null }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button size="s" icon={<Plus aria-hidden="true" />} reason={reason} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        New customer
      </Button>
      {isOpen && <NewCustomerDialog codes={codes} onClose={() => setOpen(false)} />}
    </>
  )
}
