"use client"
import { useEffect, useState } from "react"
import { Timer, type TimerFace } from "@/components/ui/timer"

const minuteMs = 60_000

type TimerNowProps = { state: TimerFace; dueAt: number | null; now: number }

/** A timer that goes on by the minute while somebody looks at it. `now` is the server's hour. */
export function TimerNow({ state, dueAt, now }: TimerNowProps) {
  const [told, tell] = useState({ from: now, now })
  useEffect(() => {
    const since = performance.now()
    const tick = setInterval(() => tell({ from: now, now: now + performance.now() - since }), minuteMs)
    return () => clearInterval(tick)
  }, [now])
  return <Timer state={state} dueAt={dueAt} now={told.from === now ? told.now : now} />
}
