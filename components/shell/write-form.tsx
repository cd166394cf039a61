"use client"
import { Fragment, type ReactNode, useId, useState } from "react"
import { FieldError } from "@/components/ui/field"
import { SubmitButton } from "@/components/ui/submit-button"
import type { ActionResult } from "@/lib/identity/action"
import { MentionTextarea } from "./mention-textarea"
import { sendByKey } from "./send-by-key"
import { useCommand } from "./use-command"

type WriteFormProps<Data> = {
  action: (form: FormData) => Promise<ActionResult<Data>>
  hidden: Readonly<Record<string, string>>
  label: string
  placeholder: string
  word: string
  busyWord: string
  onSent?: () => void
  /** Why it cannot be sent yet. */
  reason?: string | null
  /** Something goes along already, so that it is begun without a word. */
  isBegun?: boolean
  /** What goes along, at the left of the button; made anew after each that was sent. */
  children?: ReactNode
}

/** Text in which colleagues are mentioned: one line until it is used. Ctrl+Enter sends it. */
export function WriteForm<Data>(props: WriteFormProps<Data>) {
  const { action, hidden, label, placeholder, word, busyWord, onSent, reason, isBegun = false, children } = props
  const fieldId = useId()
  const [text, setText] = useState("")
  const [round, setRound] = useState(0)
  const { submit, busy, error } = useCommand(action, () => {
    setText("")
    setRound((before) => before + 1)
    onSent?.()
  })
  const isWriting = text !== "" || busy || isBegun
  return (
    <form onSubmit={submit} className="grid gap-2">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label htmlFor={fieldId} className="sr-only">
        {label}
      </label>
      <MentionTextarea
        key={round}
        id={fieldId}
        name="text"
        rows={isWriting ? 3 : 1}
        maxLength={4000}
        placeholder={placeholder}
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
      {(children || isWriting) && (
        <div className="flex items-end justify-between gap-2">
          {children && <Fragment key={round}>{children}</Fragment>}
          {isWriting && (
            <SubmitButton size="s" busy={busy} busyLabel={busyWord} reason={reason} className="ml-auto">
              {word}
            </SubmitButton>
          )}
        </div>
      )}
    </form>
  )
}
