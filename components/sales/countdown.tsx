"use client"
import { useRouter } from "next/navigation"
import { useEffect, useState } from "react"

type CountdownProps = { until: number; now: number }

const secondsLeft = (until: number, now: number) => Math.max(0, Math.ceil((until - now) / 1000))

/** "Leaves in 52 s", counting down; then it looks whether the letter has left. Times in milliseconds since 1970. */
export function Countdown({ until, now }: CountdownProps) {
  const router = useRouter()
  const [left, setLeft] = useState(secondsLeft(until, now))
  useEffect(() => {
    const tick = setInterval(() => setLeft(secondsLeft(until, Date.now())), 1000)
    const look = setTimeout(() => router.refresh(), Math.max(0, until - Date.now()) + 3000)
    return () => {
      clearInterval(tick)
      clearTimeout(look)
    }
  }, [until, router])
  return left > 0 ? `Leaves in ${left} s` : "Leaving"
}
