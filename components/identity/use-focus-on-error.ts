"use client"
import { useEffect, useRef } from "react"

/** For a form: when an answer comes back with errors at fields, the first of them takes the focus. */
export function useFocusOnError(answer: unknown) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (answer) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus()
  }, [answer])
  return form
}
