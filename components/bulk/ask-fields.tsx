"use client"
import { type FormEvent, useState } from "react"
import { useAsked } from "@/components/shell/use-asked"
import { Checkbox } from "@/components/ui/checkbox"
import { Field } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import { TextInput } from "@/components/ui/text-input"
import { Textarea } from "@/components/ui/textarea"
import type { MessageDesk } from "@/lib/mail/messages/get-message-desk"
import { fillPlaceholders, withAnswerLink } from "@/lib/mail/messages/placeholders"
import type { FieldErrors } from "@/lib/platform/errors"
import { languageName } from "@/lib/platform/language-name"

const usual = "Question about your request"
const blank = { subject: "", text: "" }
type Words = typeof blank

type Template = MessageDesk["templates"][number]

/** The templates by name, each with the languages that it is written in; of several the English words are shown. */
function byName(templates: readonly Template[]) {
  const names = [...new Set(templates.map(({ name }) => name))].sort()
  return names.flatMap((name) => {
    const variants = templates.filter((one) => one.name === name)
    const shown = variants.find(({ language }) => language === "en") ?? variants[0]
    const languages = variants.map(({ language }) => languageName(language)).join(", ")
    return shown ? [{ name, shown, label: `${name} (${languages})` }] : []
  })
}

/** The words that every applicant gets, from a template or one's own, with an example as the first of them will read it. */
export function AskFields({ first, errors }: { first: string | null; errors: FieldErrors }) {
  const desk = useAsked<MessageDesk>(first && `/api/messages?about=lead&id=${first}`)
  const [chosen, setChosen] = useState<string | null>(null)
  const [typed, setTyped] = useState<Words | null>(null)
  const [asks, setAsks] = useState(true)
  const templates = byName(desk?.templates ?? [])
  const found = templates.find(({ name }) => name === (chosen ?? usual))
  const words = typed ?? (found ? { subject: found.shown.subject, text: found.shown.body } : blank)
  const choose = (name: string) => {
    setChosen(name)
    setTyped(null)
  }
  const type = ({ currentTarget: { name, value } }: FormEvent<HTMLInputElement | HTMLTextAreaElement>) =>
    setTyped({ ...words, [name]: value })
  return (
    <>
      <Field label="Template" hint="As it stands, each applicant gets it in their own language where it is written in it.">
        {(control) => (
          <Select
            {...control}
            name="template"
            value={found?.name ?? ""}
            placeholder="Blank"
            options={templates.map(({ name, label }) => ({ value: name, label }))}
            onChange={(event) => choose(event.target.value)}
          />
        )}
      </Field>
      <Field label="Subject" error={errors.subject}>
        {(control) => <TextInput {...control} name="subject" value={words.subject} onChange={type} maxLength={200} autoComplete="off" />}
      </Field>
      <Field label="Message" hint="%firstname%, %company% and the like are filled in for each." error={errors.text}>
        {(control) => <Textarea {...control} name="text" rows={7} value={words.text} onChange={type} maxLength={8000} />}
      </Field>
      <Checkbox
        name="asks"
        label="Wait for the answers"
        hint="The Decision timer of each lead stands until its applicant answers on the page of their private link. Leads without a request do not wait."
        checked={asks}
        onChange={({ target }) => setAsks(target.checked)}
      />
      {desk && words.text.trim() !== "" && (
        <Example desk={desk} words={asks && desk.mayAsk ? { ...words, text: withAnswerLink(words.text) } : words} />
      )}
    </>
  )
}

function Example({ desk: { to, values, linkExample: link }, words: { subject, text } }: { desk: MessageDesk; words: Words }) {
  return (
    <details className="run-example">
      <summary>{`As ${to.name} will read it`}</summary>
      <p className="mt-2 font-semi wrap-anywhere">{fillPlaceholders(subject, values, link)}</p>
      <p className="wrap-anywhere whitespace-pre-line text-ink-2">{fillPlaceholders(text, values, link)}</p>
    </details>
  )
}
