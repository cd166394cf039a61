"use client"
import { useEffect, useState } from "react"

/** Typing goes on for a moment before a letter is written anew. */
const pauseMs = 250

/**
 * What an address of the office writes of what is asked of it, such as a letter before it leaves; asked anew as somebody types, and the last answer stays
 * until the next is there. The words travel in the body.
 */
export function useWritten<Written>(path: string, asked: object) {
  const [written, setWritten] = useState<Written | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [tries, setTries] = useState(0)
  const body = JSON.stringify(asked)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try asks again
  useEffect(() => {
    const stop = new AbortController()
    const ask = () =>
      fetch(path, { method: "POST", body, signal: stop.signal })
        .then(async (answer) => {
          const said = await answer.json()
          if (!answer.ok) return setProblem(said?.error?.message ?? couldNot)
          setWritten(said)
          setProblem(null)
        })
        .catch(() => stop.signal.aborted || setProblem(couldNot))
    const timer = setTimeout(ask, pauseMs)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [path, body, tries])
  return { written, problem, retry: () => setTries((before) => before + 1) }
}

const couldNot = "The email could not be written."
