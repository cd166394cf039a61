"use client"
import { type FormEvent, useState, useTransition } from "react"
import type { ActionError, ActionResult } from "@/lib/identity/action"

const unreachable: ActionError = {
  code: "broken",
  message: "The server could not be reached. What you typed is still here; look whether it was done, then try again.",
  fields: {},
}

/** Sends a form to an action without losing what was typed: `error` is what the server answered, `done` gets what it gave, `refused` hears that the record is not as it was. */
export function useCommand<Data>(
  action: (form: FormData) => Promise<ActionResult<Data>>,
  done: (data: Data) => void,
  refused?: () => void,
) {
  const [error, setError] = useState<ActionError | null>(null)
  const [busy, start] = useTransition()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) return
    const form = new FormData(event.currentTarget)
    start(async () => {
      const result = await action(form).catch(() => ({ ok: false as const, error: unreachable }))
      setError(result.ok ? null : result.error)
      if (result.ok) done(result.data)
      else if (result.error.code === "conflict" || result.error.code === "not_found") refused?.()
    })
  }
  return { submit, busy, error }
}
