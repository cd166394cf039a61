"use client"
import { Check } from "lucide-react"
import { type FormEvent, useState } from "react"
import { Dialog } from "@/components/ui/dialog"
import { Field, type FieldControl } from "@/components/ui/field"
import { RadioCards } from "@/components/ui/radio-cards"
import { Strip } from "@/components/ui/strip"
import { SubmitButton } from "@/components/ui/submit-button"
import { TextInput } from "@/components/ui/text-input"
import { Textarea } from "@/components/ui/textarea"
import { momentText } from "@/components/ui/time"
import type { ActionError } from "@/lib/identity/action"
import type { FieldText } from "@/lib/platform/editable"
import type { EditedRecord, EditField } from "./edit-view"
import { shownText } from "./shown-text"
import type { Clashed, Edit } from "./use-edit"

type Side = "mine" | "theirs" | "merged"
type Conflict = Clashed["conflicts"][number]

type ConflictDialogProps = {
  record: EditedRecord
  fields: readonly Pick<EditField, "key" | "label" | "kind" | "words">[]
  clash: Clashed
  busy: boolean
  save: (edit: Edit, words: string, failed: (error: ActionError) => void) => void
  onClose: () => void
}

const mergeable = new Set(["text", "long-text"])

/** A colleague changed the same fields meanwhile: mine, theirs or both in one, for each. Closing it leaves what the colleague wrote. */
export function ConflictDialog({ record, fields, clash, busy, save, onClose }: ConflictDialogProps) {
  const [error, setError] = useState<ActionError | null>(null)
  const [chosen, choose] = useState<Record<string, Side>>({})
  const sideOf = (field: string): Side => chosen[field] ?? "mine"
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) return
    const merged = new FormData(event.currentTarget)
    const kept = clash.conflicts.filter(({ field }) => sideOf(field) !== "theirs")
    if (kept.length === 0) return onClose()
    const textOf = ({ field, mine }: Conflict): FieldText =>
      sideOf(field) === "merged" ? String(merged.get(`merged-${field}`) ?? "").trim() || null : mine
    const changes = Object.fromEntries(kept.map((conflict) => [conflict.field, textOf(conflict)]))
    const base = Object.fromEntries(kept.map(({ field, theirs }) => [field, theirs]))
    save({ version: clash.version, base, changes }, "Your choice", setError)
  }
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => isOpen || onClose()}
      title="Resolve conflict"
      sentence={<Sentence conflicts={clash.conflicts} />}
      form={{ onSubmit: submit, noValidate: true }}
      cancelWord="Keep theirs"
      footer={
        <SubmitButton icon={<Check aria-hidden="true" />} busy={busy} busyLabel="Saving">
          Save
        </SubmitButton>
      }
    >
      {error && <Strip tone="bad">{error.message}</Strip>}
      {clash.conflicts.map((conflict) => {
        const field = fields.find(({ key }) => key === conflict.field)
        if (!field) return null
        const side = sideOf(field.key)
        return (
          <div key={field.key} className="grid gap-2">
            <RadioCards
              legend={field.label}
              name={`side-${field.key}`}
              value={side}
              onChoose={(value) => choose({ ...chosen, [field.key]: value === "theirs" || value === "merged" ? value : "mine" })}
              cards={cardsOf(field, conflict, record.currency)}
            />
            {side === "merged" && (
              <Field label={`Merged ${field.label.toLowerCase()}`}>
                {(control) => <Merged control={control} isLong={field.kind === "long-text"} conflict={conflict} />}
              </Field>
            )}
          </div>
        )
      })}
    </Dialog>
  )
}

function Sentence({ conflicts }: { conflicts: readonly Conflict[] }) {
  const [first] = conflicts
  return (
    <>
      <b>{first?.who ?? "A colleague"}</b> changed {conflicts.length === 1 ? "this field" : "these fields"} while you were editing
      {first?.at && ` (${momentText(new Date(first.at))})`}. Choose what stands from now on; nothing else of your edit is lost.
    </>
  )
}

function cardsOf(field: ConflictDialogProps["fields"][number], { mine, theirs, base, who }: Conflict, currency: string) {
  const shown = (text: FieldText) => shownText(field, text, currency) ?? "Empty"
  const cards = [
    { value: "mine", label: "Mine", text: shown(mine) },
    { value: "theirs", label: who ? `Theirs, by ${who}` : "Theirs", text: `${shown(theirs)}. Before: ${shown(base)}` },
  ]
  return mergeable.has(field.kind) && !field.words
    ? [...cards, { value: "merged", label: "Merged", text: "Write what both of you meant" }]
    : cards
}

function Merged({ control, isLong, conflict: { field, mine, theirs } }: { control: FieldControl; isLong: boolean; conflict: Conflict }) {
  const name = `merged-${field}`
  if (isLong) return <Textarea {...control} name={name} rows={5} defaultValue={[theirs, mine].filter(Boolean).join("\n")} />
  return <TextInput {...control} name={name} autoComplete="off" defaultValue={[theirs, mine].filter(Boolean).join(", ")} />
}
