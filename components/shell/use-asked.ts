"use client"
import { useEffect, useState } from "react"

/** What a source answers as JSON: null until it did, and where it cannot. Nothing is shown of another source, and without one nothing is asked. */
export function useAsked<Answer>(source: string | null): Answer | null {
  const [answered, setAnswered] = useState<{ source: string; answer: Answer } | null>(null)
  useEffect(() => {
    if (!source) return
    const leaving = new AbortController()
    fetch(source, { signal: leaving.signal })
      .then((response) => (response.ok ? response.json() : Promise.reject(response)))
      .then((answer) => setAnswered({ source, answer }))
      .catch(() => {})
    return () => leaving.abort()
  }, [source])
  return answered?.source === source ? answered.answer : null
}
