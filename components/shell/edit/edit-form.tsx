"use client"
import { Check, History } from "lucide-react"
import Link from "next/link"
import { type FormEvent, type KeyboardEvent, useEffect, useRef } from "react"
import { hold } from "@/components/shell/live-line"
import { Button } from "@/components/ui/button"
import { Field, FieldError } from "@/components/ui/field"
import { SubmitButton } from "@/components/ui/submit-button"
import type { FieldText } from "@/lib/platform/editable"
import type { FieldErrors } from "@/lib/platform/errors"
import type { EditField } from "./edit-view"
import { FieldInput } from "./field-input"

type Texts = Record<string, FieldText>

/** What an editor opens with: the fields, what is typed already, and what was wrong with it. */
export type Draft = { fields: readonly EditField[]; version: number; typed: Texts; error: string | null; errors: FieldErrors }

type EditFormProps = {
  draft: Draft
  /** The id of the label that stands beside a single field; several carry their own. */
  labelledBy?: string
  historyHref: string
  onSave: (changes: Texts) => void
  onCancel: () => void
}

/** The editor of one field, of a few that belong together, or of a whole section. Enter saves, Escape leaves all as it was. */
export function EditForm({ draft, labelledBy, historyHref, onSave, onCancel }: EditFormProps) {
  const { fields, typed, error, errors } = draft
  const form = useRef<HTMLFormElement>(null)
  const [only] = fields
  useEffect(() => {
    const first = form.current?.querySelector<HTMLElement>("[aria-invalid=true], input, select, textarea")
    first?.focus()
    if (first instanceof HTMLInputElement && first.type !== "date") first.select()
    return hold()
  }, [])
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const entries = new FormData(event.currentTarget)
    onSave(changesOf(fields, (key) => String(entries.get(key) ?? "")))
  }
  const press = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key === "Escape") {
      event.stopPropagation()
      onCancel()
    }
    const isChoice = event.target instanceof HTMLSelectElement
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey || isChoice)) {
      event.preventDefault()
      event.currentTarget.requestSubmit()
    }
  }
  return (
    <form ref={form} className="edit-form" noValidate onSubmit={submit} onKeyDown={press}>
      {labelledBy && only ? (
        <div className="grid gap-[5px]">
          <FieldInput
            field={only}
            text={typed[only.key] ?? only.text}
            control={{
              "aria-labelledby": labelledBy,
              "aria-invalid": errors[only.key] ? true : undefined,
              "aria-describedby": errors[only.key] ? `${labelledBy}-error` : undefined,
            }}
          />
          {errors[only.key] && <FieldError id={`${labelledBy}-error`} message={errors[only.key] ?? ""} />}
        </div>
      ) : (
        fields.map((field) => (
          <Field key={field.key} label={field.label} error={errors[field.key]}>
            {(control) => (
              <FieldInput field={field} text={field.key in typed ? (typed[field.key] ?? null) : field.text} control={control} />
            )}
          </Field>
        ))
      )}
      <div role="alert" className="empty:hidden">
        {error && Object.keys(errors).length === 0 && <FieldError id="edit-error" message={error} />}
      </div>
      <div className="flex flex-wrap items-center gap-1.5">
        <SubmitButton size="s" icon={<Check aria-hidden="true" />} busyLabel="Saving">
          Save
        </SubmitButton>
        <Button size="s" tone="ghost" onClick={onCancel}>
          Cancel
        </Button>
        {only && fields.length === 1 && (
          <Link href={`${historyHref}?field=${only.key}`} prefetch={false} className="btn btn-s btn-ghost ml-auto">
            <History aria-hidden="true" />
            History
          </Link>
        )}
      </div>
    </form>
  )
}

/** What of the typed values is not what stood there. */
function changesOf(fields: readonly EditField[], typedOf: (key: string) => string): Texts {
  const changes: Texts = {}
  for (const { key, text } of fields) {
    const typed = typedOf(key).trim() || null
    if (typed !== text) changes[key] = typed
  }
  return changes
}
