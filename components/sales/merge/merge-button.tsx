"use client"
import { Merge } from "lucide-react"
import dynamic from "next/dynamic"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import type { MergeKind } from "@/lib/sync/merge-fields"

const MergeDialog = dynamic(() => import("./merge-dialog").then((part) => part.MergeDialog), { ssr: false })

/** **Merge**, on the page of one record. */
export function MergeButton({ kind, id, name, reason }: { kind: MergeKind; id: string; name: string; reason: string | null }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button icon={<Merge aria-hidden="true" />} reason={reason} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        Merge
      </Button>
      {isOpen && <MergeDialog {...{ kind, id, name }} onClose={() => setOpen(false)} />}
    </>
  )
}
