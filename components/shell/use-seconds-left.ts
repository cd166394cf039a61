"use client"
import { useRouter } from "next/navigation"
import { useEffect, useState } from "react"

const secondsLeft = (until: number, now: number) => Math.max(0, Math.ceil((until - now) / 1000))

/** A browser's clock goes no further. */
const longestMs = 2_147_483_647

/** Seconds until an hour, counting down; soon after it the page is asked for again. Both hours in milliseconds since 1970. */
export function useSecondsLeft(until: number, now: number): number {
  const router = useRouter()
  const [left, setLeft] = useState(secondsLeft(until, now))
  useEffect(() => {
    const tick = setInterval(() => setLeft(secondsLeft(until, Date.now())), 1000)
    const look = setTimeout(() => router.refresh(), Math.min(longestMs, Math.max(0, until - Date.now()) + 3000))
    return () => {
      clearInterval(tick)
      clearTimeout(look)
    }
  }, [until, router])
  return left
}
