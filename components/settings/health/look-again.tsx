"use client"
import { useRouter } from "next/navigation"
import { useEffect } from "react"

const everyMs = 1500

/** While checks are under way, looks again until they are done. */
export function LookAgain({ isUnderWay }: { isUnderWay: boolean }) {
  const router = useRouter()
  useEffect(() => {
    if (!isUnderWay) return
    const timer = setInterval(() => document.visibilityState === "visible" && router.refresh(), everyMs)
    return () => clearInterval(timer)
  }, [isUnderWay, router])
  return null
}
