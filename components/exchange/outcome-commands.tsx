"use client"
import { Download, Square, Undo2 } from "lucide-react"
import { useRouter } from "next/navigation"
import { Command } from "@/components/shell/command"
import { buttonClass } from "@/components/ui/button-face"
import { stopImport, undoImport } from "@/lib/exchange/actions"
import type { LeadImportState } from "@/lib/exchange/import/rules"

type OutcomeCommandsProps = {
  run: { id: string; fileName: string; state: LeadImportState; created: number; updated: number; skipped: number; kept: number }
  /** Why it cannot be taken back. */
  refusal: string | null
}

const leads = (count: number) => `${count.toLocaleString("en")} ${count === 1 ? "lead" : "leads"}`

/** What can be done with an import that runs or ran: stop it, take it back, fetch what it skipped. */
export function OutcomeCommands({ run, refusal }: OutcomeCommandsProps) {
  const router = useRouter()
  const hidden = { id: run.id }
  const isOver = run.state === "done" || run.state === "undone"
  return (
    <>
      {isOver && run.skipped + run.kept > 0 && (
        <a href={`/sales/leads/import/${run.id}/report`} download className={buttonClass({ size: "s" })}>
          <Download size={16} aria-hidden="true" />
          Skipped rows
        </a>
      )}
      {run.state === "importing" && (
        <Command
          title="Stop"
          icon={<Square aria-hidden="true" />}
          trigger={{ size: "s" }}
          reason={null}
          sentence="Stops after the rows in hand. What is written stays, and can be undone."
          busyWord="Stopping"
          action={stopImport}
          hidden={hidden}
          news={() => {
            router.refresh()
            return { title: "Import stopped" }
          }}
        />
      )}
      {isOver && (
        <Command
          title="Undo import"
          icon={<Undo2 aria-hidden="true" />}
          tone="danger"
          trigger={{ size: "s" }}
          reason={refusal}
          sentence={`Deletes the ${leads(run.created)} that ${run.fileName} created and restores the ${leads(run.updated)} that it updated. What somebody changed since is left as it is, and listed.`}
          busyWord="Undoing"
          action={undoImport}
          hidden={hidden}
          news={() => {
            router.refresh()
            return { title: "Taking the import back" }
          }}
        />
      )}
    </>
  )
}
