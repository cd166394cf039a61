"use client"
import { Check, Download, Square, Undo2, X } from "lucide-react"
import { useRouter } from "next/navigation"
import { Command } from "@/components/shell/command"
import { CommandButton } from "@/components/shell/command-button"
import { buttonClass } from "@/components/ui/button-face"
import { useStandingUndo } from "@/components/ui/standing-undo"
import { startRun, stopRun } from "@/lib/bulk/actions"
import { type BulkKind, type BulkList, bulkKinds, bulkPaths, countedRecords, isFinal, undoKeyOf } from "@/lib/bulk/kinds"
import type { BulkRunState } from "@/lib/bulk/rules"
import { useUndoRun } from "./use-undo-run"

type RunCommandsProps = {
  run: { id: string; list: BulkList; kind: BulkKind; title: string; state: BulkRunState; done: number }
  refusals: { start: string | null; stop: string | null; undo: string | null }
  mayExport: boolean
}

/** What can be done with a run where it stands: begin or discard it, stop it, take it back, take its report away. */
export function RunCommands({ run: { id, list, kind, title, state, done }, refusals, mayExport }: RunCommandsProps) {
  const router = useRouter()
  const isLooking = state === "checking" || state === "ready"
  const isOver = state === "done" || state === "undone"
  return (
    <>
      {(isOver || state === "ready") && mayExport && (
        <a href={`/sales/runs/${id}/report`} download className={buttonClass({ size: "s" })}>
          <Download size={16} aria-hidden="true" />
          Report
        </a>
      )}
      {isLooking && (
        <>
          <CommandButton
            action={async (input: { id: string }) => {
              const result = await stopRun(input)
              if (result.ok) router.push(bulkPaths[list])
              return result
            }}
            input={{ id }}
            done="Run discarded"
            icon={<X aria-hidden="true" />}
            reason={refusals.stop}
          >
            Discard
          </CommandButton>
          <CommandButton
            action={startRun}
            input={{ id }}
            done={`${title}: begun`}
            tone="primary"
            icon={<Check aria-hidden="true" />}
            reason={refusals.start}
          >
            {bulkKinds[kind].word}
          </CommandButton>
        </>
      )}
      {(state === "running" || state === "releasing") && (
        <Command
          title="Stop"
          icon={<Square aria-hidden="true" />}
          trigger={{ size: "s" }}
          reason={refusals.stop}
          sentence={`Stops after the records in hand. What is done stays${isFinal(kind) ? "" : ", and all of it can be undone"}.`}
          busyWord="Stopping"
          action={stopRun}
          hidden={{ id }}
          news={() => ({ title: "Run stopped" })}
        />
      )}
      {isOver && <Undo id={id} what={countedRecords(list, done)} reason={refusals.undo} />}
    </>
  )
}

function Undo({ id, what, reason }: { id: string; what: string; reason: string | null }) {
  const undoRun = useUndoRun()
  useStandingUndo(undoKeyOf(id))
  return (
    <Command
      title="Undo"
      icon={<Undo2 aria-hidden="true" />}
      tone="danger"
      trigger={{ size: "s" }}
      reason={reason}
      sentence={`Takes back what this run did to ${what}, and its mails do not leave. What somebody changed since is left as it is, and listed.`}
      busyWord="Undoing"
      action={() => undoRun(id)}
      hidden={{}}
      news={() => ({ title: "Taking the run back" })}
    />
  )
}
