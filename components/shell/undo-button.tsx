"use client"
import { Undo2 } from "lucide-react"
import { useEffect, useState, useTransition } from "react"
import { useUndo } from "@/components/shell/use-undo"
import { Button } from "@/components/ui/button"
import { useStandingUndo } from "@/components/ui/standing-undo"

/** A browser's clock goes no further; what a run decided can be undone at least until the run is over. */
const longestMs = 2_147_483_647

type UndoButtonProps = {
  decisionId: string
  /** The end of the window, in milliseconds since 1970. */
  until: number
  /** Why this person cannot undo it. */
  reason?: string | null
}

/** **Undo**, for as long as the decision can be taken back. */
export function UndoButton({ decisionId, until, reason }: UndoButtonProps) {
  const [over, setOver] = useState(false)
  const [busy, start] = useTransition()
  const undo = useUndo()
  useStandingUndo(decisionId)
  useEffect(() => {
    const end = setTimeout(() => setOver(true), Math.min(longestMs, Math.max(0, until - Date.now())))
    return () => clearTimeout(end)
  }, [until])
  if (over && !busy) return null
  return (
    <Button size="s" icon={<Undo2 aria-hidden="true" />} busy={busy} reason={reason} onClick={() => start(() => undo(decisionId))}>
      Undo
    </Button>
  )
}
