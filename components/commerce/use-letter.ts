"use client"
import { useEffect, useState } from "react"
import type { LetterPreview } from "@/lib/mail/preview-decision"

/** Typing goes on for a moment before the letter is written anew. */
const pauseMs = 250

export type AskedLetter = { prospectId: string; letter: "prospect-approved" | "prospect-rejected"; reason: string; note: string }

/** The letter that a decision would send, written anew as somebody types; the last one stays until the next is there. */
export function useLetter({ prospectId, letter, reason, note }: AskedLetter) {
  const [written, setWritten] = useState<LetterPreview | null>(null)
  const [hasFailed, setFailed] = useState(false)
  const [tries, setTries] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try asks again
  useEffect(() => {
    const stop = new AbortController()
    const body = JSON.stringify({ letter, reason, note })
    const ask = () =>
      fetch(`/commerce/prospects/${prospectId}/letter`, { method: "POST", body, signal: stop.signal })
        .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error("refused"))))
        .then((found: LetterPreview) => {
          setWritten(found)
          setFailed(false)
        })
        .catch(() => stop.signal.aborted || setFailed(true))
    const timer = setTimeout(ask, pauseMs)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [prospectId, letter, reason, note, tries])
  return { written, hasFailed, retry: () => setTries((before) => before + 1) }
}
