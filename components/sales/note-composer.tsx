"use client"
import { type KeyboardEvent, useId, useState } from "react"
import { useCommand } from "@/components/shell/use-command"
import { FieldError } from "@/components/ui/field"
import { SubmitButton } from "@/components/ui/submit-button"
import { addNote } from "@/lib/sales/actions"

export type NoteComposerProps = { about: "lead" | "opportunity" | "account" | "contact"; id: string }

/** A place to write a note; one line until it is used, Ctrl+Enter saves. */
export function NoteComposer({ about, id }: NoteComposerProps) {
  const fieldId = useId()
  const [text, setText] = useState("")
  const { submit, busy, error } = useCommand(addNote, () => setText(""))
  const isWriting = text !== "" || busy
  const save = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit()
  }
  return (
    <form onSubmit={submit} className="mb-4 grid gap-2">
      <input type="hidden" name="about" value={about} />
      <input type="hidden" name="id" value={id} />
      <label htmlFor={fieldId} className="sr-only">
        Note
      </label>
      <textarea
        id={fieldId}
        name="text"
        rows={isWriting ? 3 : 1}
        maxLength={4000}
        placeholder="Write a note"
        className="input min-h-[38px] resize-none py-2"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={save}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${fieldId}-error` : undefined}
      />
      {error && (
        <div role="alert">
          <FieldError id={`${fieldId}-error`} message={error.fields.text ?? error.message} />
        </div>
      )}
      {isWriting && (
        <SubmitButton size="s" busy={busy} busyLabel="Saving" className="justify-self-end">
          Add note
        </SubmitButton>
      )}
    </form>
  )
}
