"use client"
import { Undo2 } from "lucide-react"
import { useRouter } from "next/navigation"
import { type ReactNode, useEffect, useState } from "react"
import { CommandButton } from "@/components/shell/command-button"
import { Strip } from "@/components/ui/strip"
import { undoDecision } from "@/lib/sync/actions"

type UndoStripProps = {
  decisionId: string
  /** Milliseconds since 1970: the end of the window, and the server's hour. */
  until: number
  now: number
  /** Why this person cannot undo it. */
  reason: string | null
  children: ReactNode
}

const secondsLeft = (until: number, now: number) => Math.max(0, Math.ceil((until - now) / 1000))

/** Stands on a decided record while its decision can be taken back, and goes when the window is over. */
export function UndoStrip({ decisionId, until, now, reason, children }: UndoStripProps) {
  const router = useRouter()
  const [left, setLeft] = useState(secondsLeft(until, now))
  useEffect(() => {
    const tick = setInterval(() => setLeft(secondsLeft(until, Date.now())), 1000)
    const end = setTimeout(() => router.refresh(), Math.max(0, until - Date.now()) + 2000)
    return () => {
      clearInterval(tick)
      clearTimeout(end)
    }
  }, [until, router])
  if (left === 0) return null
  return (
    <Strip
      tone="info"
      icon={<Undo2 aria-hidden="true" />}
      action={
        <CommandButton action={undoDecision} input={{ decisionId }} reason={reason} done="Undone">
          Undo
        </CommandButton>
      }
    >
      {children} The email leaves in <span className="tabular-nums">{left} s</span>.
    </Strip>
  )
}
