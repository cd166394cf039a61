"use client"
import { useId, useState } from "react"
import { MentionTextarea } from "@/components/shell/mention-textarea"
import { sendByKey } from "@/components/shell/send-by-key"
import { useCommand } from "@/components/shell/use-command"
import { FieldError } from "@/components/ui/field"
import { SubmitButton } from "@/components/ui/submit-button"
import { addNote } from "@/lib/sales/actions"
import type { TimelineFile } from "@/lib/sales/timeline-entry"
import { AttachmentPicker } from "./attachment-picker"
import type { ComposerProps } from "./composer"

/** A note: one line until it is used. */
export function ComposeNote({ about, id, fileLimits }: ComposerProps) {
  const fieldId = useId()
  const [text, setText] = useState("")
  const [files, setFiles] = useState<readonly TimelineFile[]>([])
  const [isAttaching, setAttaching] = useState(false)
  const [round, setRound] = useState(0)
  const { submit, busy, error } = useCommand(addNote, () => {
    setText("")
    setFiles([])
    setRound((before) => before + 1)
  })
  const isWriting = text !== "" || busy || files.length > 0
  return (
    <form onSubmit={submit} className="grid gap-2">
      <input type="hidden" name="about" value={about} />
      <input type="hidden" name="id" value={id} />
      <label htmlFor={fieldId} className="sr-only">
        Note
      </label>
      <MentionTextarea
        key={round}
        id={fieldId}
        name="text"
        rows={isWriting ? 3 : 1}
        maxLength={4000}
        placeholder="Write a note. @ mentions a colleague."
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
      <div className="flex items-end justify-between gap-2">
        <AttachmentPicker key={round} limits={fileLimits} files={files} onFiles={setFiles} busy={isAttaching} onBusy={setAttaching} />
        {isWriting && (
          <SubmitButton size="s" busy={busy} busyLabel="Saving" reason={isAttaching ? "The files are still on their way." : null}>
            Add note
          </SubmitButton>
        )}
      </div>
    </form>
  )
}
