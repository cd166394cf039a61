"use client"
import { type FormEvent, useRef, useState, useTransition } from "react"
import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import { Field, FieldError } from "@/components/ui/field"
import { TextInput } from "@/components/ui/text-input"
import { useToast } from "@/components/ui/toast"
import type { ActionError } from "@/lib/identity/action"
import { numberSegments } from "@/lib/platform/number-format"
import { changeNumberSequence } from "@/lib/settings/actions"
import { previewNumbers } from "./preview-number"

type SequenceFormProps = {
  kind: string
  name: string
  format: string
  digits: number
  next: number
  isContinuous: boolean
  version: number
  /** The day on which the preview is written, the same on the server and in the browser. */
  today: string
  reason: string | null
}

const continuousHint =
  "No number is left out: a number is taken together with its record and given back when that fails. Records of this kind are then opened one after another."
const looseHint = "Nobody waits for anybody. What could not be finished leaves a gap, and a number is never given twice."

/** How the numbers of one kind look, where they go on and whether they may have gaps, with a preview as one types. */
export function SequenceForm({ kind, name, reason, version, today, ...given }: SequenceFormProps) {
  const { showToast } = useToast()
  const [typed, setTyped] = useState({ format: given.format, digits: String(given.digits), next: String(given.next) })
  const [isContinuous, setContinuous] = useState(given.isContinuous)
  const [error, setError] = useState<ActionError | null>(null)
  const [busy, start] = useTransition()
  const errors = error?.fields ?? {}
  const set = (field: keyof typeof typed) => (event: FormEvent<HTMLInputElement>) =>
    setTyped({ ...typed, [field]: event.currentTarget.value })
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    start(async () => {
      const result = await changeNumberSequence(form).catch(() => null)
      if (result?.ok) showToast({ title: "Saved", text: `The next number is ${result.data.next}.` })
      setError(result === null || result.ok ? null : result.error)
    })
  }
  const shared = { readOnly: reason !== null, autoComplete: "off" }
  const preview = previewNumbers(typed, new Date(today))
  return (
    <form onSubmit={save} noValidate aria-label={name}>
      <h2 className="mb-3 text-14 font-semi">{name}</h2>
      {Object.entries({ kind, version, shown: given.next }).map(([hidden, value]) => (
        <input key={hidden} type="hidden" name={hidden} value={value} />
      ))}
      <div className="flex flex-wrap items-start gap-x-4 gap-y-3">
        <FormatField
          value={typed.format}
          onInput={set("format")}
          insert={(format) => setTyped({ ...typed, format })}
          error={errors.format}
          {...shared}
        />
        <Field label="Digits" error={errors.digits} className="w-20">
          {(control) => (
            <TextInput {...control} {...shared} name="digits" value={typed.digits} onChange={set("digits")} inputMode="numeric" />
          )}
        </Field>
        <Field label="Next number" error={errors.next} className="w-44">
          {(control) => <TextInput {...control} {...shared} name="next" value={typed.next} onChange={set("next")} inputMode="numeric" />}
        </Field>
        <div className="grid gap-[5px]">
          <span className="font-medium">Preview</span>
          <output className="min-h-[34px] content-center tabular-nums" aria-label={`Preview of ${name}`}>
            {preview.length > 0 ? `${preview.join(", ")} …` : "–"}
          </output>
        </div>
      </div>
      <div className="mt-4 grid justify-items-start gap-3">
        <Checkbox
          label="Continuous"
          name="isContinuous"
          checked={isContinuous}
          onChange={(event) => reason === null && setContinuous(event.currentTarget.checked)}
          aria-disabled={reason ? true : undefined}
          hint={isContinuous ? continuousHint : looseHint}
          className="max-w-[62ch]"
        />
        <Button type="submit" tone="primary" busy={busy} busyLabel="Saving" reason={reason}>
          Save
        </Button>
      </div>
      <div role="alert" className="mt-2 empty:hidden">
        {error && Object.keys(error.fields).length === 0 && <FieldError id={`${kind}-error`} message={error.message} />}
      </div>
    </form>
  )
}

type FormatFieldProps = {
  value: string
  onInput: (event: FormEvent<HTMLInputElement>) => void
  insert: (format: string) => void
  error?: string
  readOnly: boolean
  autoComplete: string
}

/** The format, with its placeholders to insert where the caret stands. */
function FormatField({ value, onInput, insert, error, ...shared }: FormatFieldProps) {
  const input = useRef<HTMLInputElement>(null)
  const put = (placeholder: string) => {
    const at = input.current?.selectionStart ?? value.length
    insert(value.slice(0, at) + placeholder + value.slice(input.current?.selectionEnd ?? at))
    input.current?.focus()
  }
  return (
    <div className="grid w-72 gap-1.5 max-m:w-full">
      <Field label="Format" error={error}>
        {(control) => <TextInput {...control} {...shared} ref={input} name="format" value={value} onChange={onInput} spellCheck={false} />}
      </Field>
      {!shared.readOnly && (
        <span className="flex flex-wrap gap-1">
          {Object.entries(numberSegments).map(([segment, what]) => (
            <button
              key={segment}
              type="button"
              title={what}
              aria-label={`Insert ${segment}`}
              onClick={() => put(`{${segment}}`)}
              className="rounded-2 border border-line-2 px-1.5 py-0.5 text-12 text-ink-2 hover:border-control hover:text-ink max-m:min-h-8"
            >
              {`{${segment}}`}
            </button>
          ))}
        </span>
      )}
    </div>
  )
}
