"use client"
import { type ReactNode, useState } from "react"
import type { DecideView } from "@/components/commerce/decide-view"
import { leavesAfter } from "@/components/shell/letter/leaves-after"
import { LetterPreview } from "@/components/shell/letter/letter-preview"
import { Field } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import { Strip } from "@/components/ui/strip"
import { Textarea } from "@/components/ui/textarea"
import type { FieldErrors } from "@/lib/platform/errors"

type DecideFieldsProps = { view: DecideView; errors: FieldErrors }

const noteHint = "The applicant reads it in the email."

/** What Approve asks for, beside the email that it becomes. */
export function ApproveFields({ view, errors }: DecideFieldsProps) {
  const [note, setNote] = useState("")
  return (
    <Desk asks={view.asks.approve} letter={<Letter view={view} letter="prospect-approved" reason="" note={note} />}>
      <NoteField rows={10} error={errors.noteToApplicant} note={note} onNote={setNote} />
    </Desk>
  )
}

/** What Reject asks for, beside the email that it becomes. A reason of the house's list can be taken and changed. */
export function RejectFields({ view, errors }: DecideFieldsProps) {
  const [reason, setReason] = useState(view.reasons[0] ?? "")
  const [note, setNote] = useState("")
  const listed = view.reasons.includes(reason) ? reason : ""
  return (
    <Desk asks={view.asks.reject} letter={<Letter view={view} letter="prospect-rejected" reason={reason} note={note} />}>
      {view.reasons.length > 1 && (
        <Field label="Begin with">
          {(control) => (
            <Select
              {...control}
              placeholder="In words of your own"
              options={view.reasons.map((value) => ({ value, label: value }))}
              value={listed}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
      )}
      <Field label="Reason" hint="The applicant reads it." error={errors.reason}>
        {({ size: _, ...control }) => (
          <Textarea
            {...control}
            name="reason"
            rows={3}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <NoteField rows={5} error={errors.noteToApplicant} note={note} onNote={setNote} />
    </Desk>
  )
}

type NoteFieldProps = { rows: number; error: string | undefined; note: string; onNote: (note: string) => void }

function NoteField({ rows, error, note, onNote }: NoteFieldProps) {
  return (
    <Field label="Note to the applicant" mark="optional" hint={noteHint} error={error}>
      {({ size: _, ...control }) => (
        <Textarea
          {...control}
          name="noteToApplicant"
          rows={rows}
          maxLength={2000}
          value={note}
          onChange={(event) => onNote(event.target.value)}
        />
      )}
    </Field>
  )
}

function Letter({ view, ...asked }: { view: DecideView; letter: "prospect-approved" | "prospect-rejected"; reason: string; note: string }) {
  const { prospectId, undoSeconds, asks } = view
  const isAsked = asks[asked.letter === "prospect-approved" ? "approve" : "reject"] !== null
  const after = isAsked ? "the second person confirmed it" : "you confirm"
  return <LetterPreview path={`/commerce/prospects/${prospectId}/letter`} asked={asked} leaves={leavesAfter(undoSeconds, after)} />
}

type DeskProps = { asks: string | null; letter: ReactNode; children: ReactNode }

function Desk({ asks, letter, children }: DeskProps) {
  return (
    <>
      {asks && (
        <div className="-mx-6 max-m:-mx-4">
          <Strip tone="wait">{asks}</Strip>
        </div>
      )}
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(380px,100%),1fr))] gap-6">
        <div className="grid content-start gap-4">{children}</div>
        {letter}
      </div>
    </>
  )
}
