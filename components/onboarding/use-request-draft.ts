"use client"
import { useEffect, useRef, useState } from "react"
import type { UseFormReturn } from "react-hook-form"
import { keepDraft, readDraft } from "@/components/onboarding/request-draft"
import { personFields, type RequestValues } from "@/lib/onboarding/request-fields"

/** What the form says about keeping: nothing before the script runs or where nothing can be kept. */
export type Keeping = "unknown" | "ready" | "saved"

const pauseMs = 300

/**
 * Keeps what is typed on the device, a moment after the last key, and fills the form with it after a reload.
 * What already stands in a field is never overwritten. `earlierKey` is the submission key of a sending that may have arrived.
 */
export function useRequestDraft({ getValues, setValue }: UseFormReturn<RequestValues>) {
  const [keeping, setKeeping] = useState<Keeping>("unknown")
  const [earlierKey, setEarlierKey] = useState<string>()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  useEffect(() => {
    const draft = readDraft()
    setKeeping(draft ? "saved" : "ready")
    if (!draft) return
    setEarlierKey(draft.submissionKey)
    for (const name of personFields) if (!getValues(name) && draft.values[name]) setValue(name, draft.values[name])
  }, [getValues, setValue])

  useEffect(() => () => clearTimeout(timer.current), [])

  const keep = (submissionKey?: string) => {
    clearTimeout(timer.current)
    setKeeping(keepDraft({ values: getValues(), submissionKey }) ? "saved" : "unknown")
  }
  const keepSoon = () => {
    clearTimeout(timer.current)
    timer.current = setTimeout(keep, pauseMs)
  }
  return { keeping, earlierKey, keep, keepSoon }
}
