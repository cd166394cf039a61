"use client"
import { useSecondsLeft } from "@/components/shell/use-seconds-left"

/** "Leaves in 52 s", counting down; then it looks whether the letter has left. Times in milliseconds since 1970. */
export function Countdown({ until, now }: { until: number; now: number }) {
  const left = useSecondsLeft(until, now)
  return left > 0 ? `Leaves in ${left} s` : "Leaving"
}
