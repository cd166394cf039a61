"use client"
import { Undo2 } from "lucide-react"
import type { ReactNode } from "react"
import { UndoButton } from "@/components/shell/undo-button"
import { useSecondsLeft } from "@/components/shell/use-seconds-left"
import { Strip } from "@/components/ui/strip"
import { isHeldByRun } from "@/lib/platform/held"

type UndoStripProps = {
  decisionId: string
  /** Milliseconds since 1970: the end of the window, and the server's hour. */
  until: number
  now: number
  /** Why this person cannot undo it. */
  reason: string | null
  children: ReactNode
}

/** Stands on a decided record while its decision can be taken back, and goes when the window is over. */
export function UndoStrip({ decisionId, until, now, reason, children }: UndoStripProps) {
  const left = useSecondsLeft(until, now)
  if (left === 0) return null
  return (
    <Strip tone="info" icon={<Undo2 aria-hidden="true" />} action={<UndoButton decisionId={decisionId} until={until} reason={reason} />}>
      {children}{" "}
      {isHeldByRun(new Date(until)) ? (
        "The email waits until the run that it is part of is over."
      ) : (
        <>
          The email leaves in <span className="tabular-nums">{left} s</span>.
        </>
      )}
    </Strip>
  )
}
