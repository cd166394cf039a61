"use client"
import { useId, useState } from "react"
import { MentionTextarea } from "@/components/shell/mention-textarea"
import { sendByKey } from "@/components/shell/send-by-key"
import { useCommand } from "@/components/shell/use-command"
import { FieldError } from "@/components/ui/field"
import { SubmitButton } from "@/components/ui/submit-button"
import { writeMessage } from "@/lib/commerce/actions"

/** A message to colleagues: one line until it is used. Ctrl+Enter sends it. */
export function ThreadComposer({ prospectId }: { prospectId: string }) {
  const fieldId = useId()
  const [text, setText] = useState("")
  const [round, setRound] = useState(0)
  const { submit, busy, error } = useCommand(writeMessage, () => {
    setText("")
    setRound((before) => before + 1)
  })
  const isWriting = text !== "" || busy
  return (
    <form onSubmit={submit} className="grid gap-2">
      <input type="hidden" name="prospectId" value={prospectId} />
      <label htmlFor={fieldId} className="sr-only">
        Message to colleagues
      </label>
      <MentionTextarea
        key={round}
        id={fieldId}
        name="text"
        rows={isWriting ? 3 : 1}
        maxLength={4000}
        placeholder="Write to colleagues. @ mentions one."
        className="min-h-[38px] resize-none py-2"
        onText={setText}
        onKeyDown={sendByKey}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${fieldId}-error` : undefined}
      />
      {error && (
        <div role="alert">
          <FieldError id={`${fieldId}-error`} message={error.fields.text ?? error.message} />
        </div>
      )}
      {isWriting && (
        <SubmitButton size="s" busy={busy} busyLabel="Posting" className="justify-self-end">
          Post
        </SubmitButton>
      )}
    </form>
  )
}
