"use client"
import { Send } from "lucide-react"
import { type FormEvent, useEffect, useId, useState } from "react"
import { sendByKey } from "@/components/shell/send-by-key"
import { useCommand } from "@/components/shell/use-command"
import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import { Field, FieldError } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import { Strip } from "@/components/ui/strip"
import { SubmitButton } from "@/components/ui/submit-button"
import { TextInput } from "@/components/ui/text-input"
import { Textarea } from "@/components/ui/textarea"
import { useToast } from "@/components/ui/toast"
import { cancelMessage, sendMessage } from "@/lib/mail/actions"
import type { MessageDesk } from "@/lib/mail/messages/get-message-desk"
import { withAnswerLink } from "@/lib/mail/messages/placeholders"
import type { MessageNoun } from "@/lib/mail/messages/schema"
import { languageName } from "@/lib/platform/language-name"
import { MessagePreview } from "./message-preview"

type ComposeMessageProps = { about: MessageNoun; id: string }

const blank = { subject: "", text: "" }

/** An email to the applicant, blank or from a template, shown as it will be; it waits for the send window, and until then can be canceled. */
export function ComposeMessage({ about, id }: ComposeMessageProps) {
  const baseId = useId()
  const { showToast } = useToast()
  const { desk, hasFailed, retry } = useDesk(about, id)
  const [template, setTemplate] = useState("")
  const [message, setMessage] = useState(blank)
  const [asks, setAsks] = useState(false)
  const { submit, busy, error } = useCommand(sendMessage, ({ mailId, toAddress, holdSeconds }) => {
    setTemplate("")
    setMessage(blank)
    setAsks(false)
    const undo = async () => {
      const canceled = await cancelMessage({ mailId }).catch(() => null)
      if (!canceled?.ok)
        showToast({ tone: "bad", title: "Not canceled", text: canceled?.error.message ?? "The server could not be reached." })
    }
    showToast({ title: `Email to ${toAddress} waits`, text: `It leaves in ${holdSeconds} seconds.`, undo, seconds: holdSeconds })
  })
  if (hasFailed)
    return (
      <div role="alert" className="flex items-center gap-3 text-bad">
        The server could not be reached.
        <Button size="s" onClick={retry}>
          Try again
        </Button>
      </div>
    )
  if (!desk) return <p className="py-3 text-ink-3">Looking up the address and the templates …</p>
  if (desk.refusal) return <Strip tone="mute">{desk.refusal}</Strip>

  const choose = (chosen: string) => {
    const found = desk.templates.find((one) => one.id === chosen)
    setTemplate(chosen)
    setMessage(found ? { subject: found.subject, text: found.body } : blank)
  }
  const type = ({ currentTarget: { name, value } }: FormEvent<HTMLInputElement | HTMLTextAreaElement>) =>
    setMessage((before) => ({ ...before, [name]: value }))
  const errors = error?.fields ?? {}
  const options = desk.templates.map((one) => ({ value: one.id, label: `${one.name} (${languageName(one.language)})` }))
  return (
    <form onSubmit={submit} onKeyDown={sendByKey} noValidate className="grid gap-3">
      <input type="hidden" name="about" value={about} />
      <input type="hidden" name="id" value={id} />
      <p className="text-ink-2 wrap-anywhere">
        To <b className="text-ink">{desk.to.name}</b>, {desk.to.email}. Reads {languageName(desk.to.language)}. An answer comes to you.
      </p>
      <Field label="Template">
        {(control) => (
          <Select {...control} value={template} placeholder="Blank" options={options} onChange={(event) => choose(event.target.value)} />
        )}
      </Field>
      <Field label="Subject" error={errors.subject}>
        {(control) => <TextInput {...control} name="subject" value={message.subject} onChange={type} maxLength={200} autoComplete="off" />}
      </Field>
      <Field label="Message" hint="%firstname%, %company% and the like are filled in below." error={errors.text}>
        {(control) => <Textarea {...control} name="text" rows={8} value={message.text} onChange={type} maxLength={8000} />}
      </Field>
      {desk.mayAsk && (
        <Checkbox
          name="asks"
          label="Wait for an answer"
          hint="The Decision timer stands until the applicant answers on the page of their private link, which the email then holds."
          checked={asks}
          onChange={({ target }) => setAsks(target.checked)}
        />
      )}
      {message.text.trim() !== "" && (
        <MessagePreview desk={desk} message={asks ? { ...message, text: withAnswerLink(message.text) } : message} />
      )}
      <div role="alert" className="empty:hidden">
        {error && Object.keys(errors).length === 0 && <FieldError id={`${baseId}-error`} message={error.message} />}
      </div>
      <SubmitButton size="s" icon={<Send aria-hidden="true" />} busy={busy} busyLabel="Sending" className="justify-self-end">
        Send
      </SubmitButton>
    </form>
  )
}

function useDesk(about: MessageNoun, id: string) {
  const [desk, setDesk] = useState<MessageDesk | null>(null)
  const [hasFailed, setFailed] = useState(false)
  const [tries, setTries] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try asks again
  useEffect(() => {
    let isWanted = true
    setFailed(false)
    fetch(`/api/messages?about=${about}&id=${id}`)
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error("refused"))))
      .then((found: MessageDesk) => isWanted && setDesk(found))
      .catch(() => isWanted && setFailed(true))
    return () => {
      isWanted = false
    }
  }, [about, id, tries])
  return { desk, hasFailed, retry: () => setTries((before) => before + 1) }
}
