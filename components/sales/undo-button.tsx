"use client"
import { Undo2 } from "lucide-react"
import { useEffect, useState, useTransition } from "react"
import { Button } from "@/components/ui/button"
import { useUndo } from "./use-undo"

type UndoButtonProps = { decisionId: string; until: number }

/** **Undo**, for as long as the decision can be taken back. `until` is in milliseconds since 1970. */
export function UndoButton({ decisionId, until }: UndoButtonProps) {
  const [over, setOver] = useState(false)
  const [busy, start] = useTransition()
  const undo = useUndo()
  useEffect(() => {
    const end = setTimeout(() => setOver(true), Math.max(0, until - Date.now()))
    return () => clearTimeout(end)
  }, [until])
  if (over && !busy) return null
  return (
    <Button size="s" icon={<Undo2 aria-hidden="true" />} busy={busy} onClick={() => start(() => undo(decisionId))}>
      Undo
    </Button>
  )
}
