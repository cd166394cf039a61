"use client"
import { useEffect, useState } from "react"
import type { Colleague } from "@/lib/identity/list-colleagues"

let asked: Promise<Colleague[]> | null = null

async function ask(): Promise<Colleague[]> {
  const answer = await fetch("/api/colleagues")
  if (!answer.ok) throw new Error("colleagues could not be read")
  return answer.json()
}

/** Everybody who works here, asked for once, when it is first wanted; null until then. `isOff` waits. */
export function useColleagues(isOff = false): { colleagues: Colleague[] | null; hasFailed: boolean } {
  const [colleagues, setColleagues] = useState<Colleague[] | null>(null)
  const [hasFailed, setFailed] = useState(false)
  useEffect(() => {
    if (isOff) return
    asked ??= ask()
    asked.then(setColleagues, () => {
      asked = null
      setFailed(true)
    })
  }, [isOff])
  return { colleagues, hasFailed }
}
