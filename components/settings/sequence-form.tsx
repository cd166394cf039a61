"use client"
import { type FormEvent, useState, useTransition } from "react"
import { Button } from "@/components/ui/button"
import { Field, FieldError } from "@/components/ui/field"
import { TextInput } from "@/components/ui/text-input"
import { useToast } from "@/components/ui/toast"
import type { ActionError } from "@/lib/identity/action"
import { changeNumberSequence } from "@/lib/settings/actions"
import { previewNumber } from "./preview-number"

type SequenceFormProps = {
  kind: string
  name: string
  prefix: string
  digits: number
  next: number
  version: number
  reason: string | null
}

/** How the numbers of one kind look and where they go on, with a preview as one types. */
export function SequenceForm({ kind, name, reason, version, ...given }: SequenceFormProps) {
  const { showToast } = useToast()
  const [typed, setTyped] = useState({ prefix: given.prefix, digits: String(given.digits), next: String(given.next) })
  const [error, setError] = useState<ActionError | null>(null)
  const [busy, start] = useTransition()
  const errors = error?.fields ?? {}
  const change = (event: FormEvent<HTMLFormElement>) => {
    if (event.target instanceof HTMLInputElement) setTyped({ ...typed, [event.target.name]: event.target.value })
  }
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    start(async () => {
      const result = await changeNumberSequence(form).catch(() => null)
      if (result?.ok) showToast({ title: "Saved", text: `The next number is ${result.data.next}.` })
      setError(result === null || result.ok ? null : result.error)
    })
  }
  return (
    <form onSubmit={save} onInput={change} noValidate aria-label={name} className="border-t border-line px-6 py-5 max-m:px-4">
      <h2 className="mb-3 text-14 font-semi">{name}</h2>
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="version" value={version} />
      <div className="flex flex-wrap items-start gap-4">
        <Field label="Prefix" error={errors.prefix} className="w-32">
          {(control) => <TextInput {...control} name="prefix" defaultValue={given.prefix} readOnly={reason !== null} autoComplete="off" />}
        </Field>
        <Field label="Digits" error={errors.digits} className="w-24">
          {(control) => (
            <TextInput
              {...control}
              name="digits"
              defaultValue={given.digits}
              readOnly={reason !== null}
              inputMode="numeric"
              autoComplete="off"
            />
          )}
        </Field>
        <Field label="Next number" error={errors.next} className="w-40">
          {(control) => (
            <TextInput
              {...control}
              name="next"
              defaultValue={given.next}
              readOnly={reason !== null}
              inputMode="numeric"
              autoComplete="off"
            />
          )}
        </Field>
        <div className="grid gap-[5px]">
          <span className="font-medium">Preview</span>
          <output className="flex h-[34px] items-center tabular-nums" aria-label={`Preview of ${name}`}>
            {previewNumber(typed)}
          </output>
        </div>
        <Button type="submit" tone="primary" className="mt-[25px]" busy={busy} busyLabel="Saving" reason={reason}>
          Save
        </Button>
      </div>
      <div role="alert" className="mt-2 empty:hidden">
        {error && Object.keys(error.fields).length === 0 && <FieldError id={`${kind}-error`} message={error.message} />}
      </div>
    </form>
  )
}
