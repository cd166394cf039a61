"use client"
import { unstable_isUnrecognizedActionError, unstable_rethrow } from "next/navigation"
import { type FocusEvent, type FormEvent, useActionState, useMemo, useRef, useState, useTransition } from "react"
import { type FieldErrors, useForm } from "react-hook-form"
import type { Filling, FormControl } from "@/components/onboarding/request-line"
import { fetchJudges, requestResolver } from "@/components/onboarding/request-resolver"
import { useCountryForm } from "@/components/onboarding/use-country-form"
import { useRequestDraft } from "@/components/onboarding/use-request-draft"
import type { CountryForm } from "@/lib/onboarding/country-form"
import { emptyRequestValues, type PersonField, type RequestProblems, type RequestValues } from "@/lib/onboarding/request-fields"
import type { RequestFormState } from "@/lib/onboarding/request-form-state"

/** The server's action: answers only when the request was not taken, else it leads on to the next page. */
export type SubmitDoor = (before: RequestFormState | null, form: FormData) => Promise<RequestFormState>

type Refusal = NonNullable<RequestFormState["error"]>

const dropped = "The connection dropped. Everything you typed is kept. Send it again when you are back online."
const outOfDate = "This page is out of date. Reload it; everything you typed is kept."

/**
 * The form's script, on top of a form that works without it: react-hook-form holds the fields and what is wrong with them, the schema judges
 * a field when it is left and the whole before it is sent. Starts with what the server answered to a form sent before the script ran.
 */
export function useRequestForm(submit: SubmitDoor, start: { country: CountryForm; submissionKey: string; startedAt: string }) {
  const [posted, post] = useActionState(submit, null)
  const [{ refused, attempt }, setRefused] = useState({ refused: posted?.error ?? null, attempt: 0 })
  const [first] = useState(start)
  const [busy, startTransition] = useTransition()
  const element = useRef<HTMLFormElement>(null)
  const values = posted?.values ?? emptyRequestValues

  const held = useForm<RequestValues>({
    // A message changes when the field is left: not under the fingers of somebody who is correcting it.
    mode: "onBlur",
    reValidateMode: "onBlur",
    shouldFocusError: false,
    defaultValues: values,
    errors: useMemo(() => refused && asErrors(refused.fields), [refused]) ?? undefined,
    resolver: requestResolver(element),
  })
  const { errors } = held.formState
  const country = useCountryForm(held, posted?.country ?? first.country)
  const { keeping, earlierKey, keep, keepSoon } = useRequestDraft(held)
  const submissionKey = earlierKey ?? posted?.submissionKey ?? first.submissionKey

  const refuse = (refusal: Refusal) => setRefused((before) => ({ refused: refusal, attempt: before.attempt + 1 }))

  const hold: Filling["hold"] = (name: PersonField) => {
    const { onBlur, ...registered } = held.register(name)
    const onLeave = (event: FocusEvent<FormControl>) => {
      // A message that appears while a button is pressed would move the button from under the pointer.
      if (event.relatedTarget instanceof HTMLButtonElement) return
      if (event.target.value !== "" || errors[name]) onBlur(event)
    }
    return { ...registered, onBlur: onLeave }
  }

  async function send(data: FormData) {
    try {
      let answer = await submit(null, data)
      if (answer.asksProof) {
        const { findProof } = await import("@/components/onboarding/find-proof")
        data.set("proof", await findProof(String(data.get("submissionKey")), String(data.get("startedAt"))))
        answer = await submit(null, data)
      }
      if (answer.error) refuse(answer.error)
    } catch (error) {
      unstable_rethrow(error)
      keep(submissionKey)
      refuse({ message: unstable_isUnrecognizedActionError(error) ? outOfDate : dropped, fields: {} })
    }
  }

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const judgeAndSend = held.handleSubmit(
      () => send(data),
      (found) => refuse({ message: "", fields: asProblems(found) }),
    )
    keep()
    if (!busy) startTransition(() => judgeAndSend())
  }

  return {
    form: { ref: element, action: post, onSubmit, onInput: keepSoon, onFocus: fetchJudges, noValidate: true },
    filling: { values, errors, hold },
    refusal: refused,
    attempt,
    country,
    submissionKey,
    startedAt: posted?.startedAt ?? first.startedAt,
    keeping,
    busy,
  }
}

function asErrors(problems: RequestProblems): FieldErrors<RequestValues> {
  return Object.fromEntries(Object.entries(problems).map(([name, message]) => [name, { type: "refused", message }]))
}

function asProblems(errors: FieldErrors<RequestValues>): RequestProblems {
  return Object.fromEntries(Object.entries(errors).map(([name, error]) => [name, error?.message]))
}
