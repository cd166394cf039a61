"use client"
import { useSecondsLeft } from "@/components/shell/use-seconds-left"

/** For how long a run can be taken back, counting down; its mails wait as long. Times in milliseconds since 1970. */
export function UndoLeft({ until, now }: { until: number; now: number }) {
  const left = useSecondsLeft(until, now)
  if (left === 0) return "Its mails leave now."
  return (
    <>
      It can be undone for <span className="tabular-nums">{left} s</span>; its mails wait until then.
    </>
  )
}
