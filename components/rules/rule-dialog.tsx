"use client"
import { Check } from "lucide-react"
import { type FormEvent, useState } from "react"
import { Dialog } from "@/components/ui/dialog"
import { Field } from "@/components/ui/field"
import { SubmitButton } from "@/components/ui/submit-button"
import { TextInput } from "@/components/ui/text-input"
import { FilterGroup } from "@/components/views/filter-group"
import { useFilterDraft } from "@/components/views/use-filter-draft"
import { checkBook } from "@/lib/sales/rule-sets/check-book"
import { namesOf } from "@/lib/sales/rule-sets/names"
import type { Rule } from "@/lib/sales/rule-sets/rule"
import { ruleSentence } from "@/lib/sales/rule-sets/sentence"
import { effectFields } from "./effect-fields"
import { kindNamed, type RuleKind } from "./kinds"

type RuleDialogProps = {
  kind: RuleKind
  rule: Rule
  isNew: boolean
  /** The names of the other rules. */
  taken: readonly string[]
  people: Readonly<Record<string, string>>
  onDone: (rule: Rule) => void
  onClose: () => void
}

/** One rule while somebody writes it: its name, when it holds, what it then does, and the sentence that it makes. */
export function RuleDialog({ kind, rule, isNew, taken, people, onDone, onClose }: RuleDialogProps) {
  const [name, setName] = useState(rule.name)
  const [effect, setEffect] = useState(rule.effect)
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const of = kindNamed(kind)
  const { effect: Effect, firstSettings, title, subject } = of
  const { root, work, news, finish, soFar } = useFilterDraft({ filter: rule.when, fields: subject.fields, people, hasNoReader: true })
  const EffectFields = effectFields[kind]
  const read = Effect.safeParse(effect)
  const finishRule = (event: FormEvent) => {
    event.preventDefault()
    const when = finish()
    const done = { ...rule, name: name.trim(), effect, when: when ?? null }
    const { problems } = checkBook(of, { rules: [done], settings: firstSettings })
    const found = Object.fromEntries(Object.entries(problems).map(([place, words]) => [place.slice(place.indexOf(".") + 1), words]))
    if (taken.some((other) => other.toLowerCase() === done.name.toLowerCase())) found.name ??= "Another rule has this name"
    setErrors(found)
    if (when !== undefined && Object.keys(found).length === 0) onDone(done)
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={isNew ? "Add rule" : "Edit rule"}
      sentence={`Part of the draft. It holds once ${title} is published.`}
      width="l"
      form={{ onSubmit: finishRule, noValidate: true }}
      footer={<SubmitButton icon={<Check aria-hidden="true" />}>{isNew ? "Add rule" : "Done"}</SubmitButton>}
    >
      <Field label="Name" error={errors.name}>
        {(control) => (
          <TextInput {...control} maxLength={80} autoComplete="off" value={name} onChange={(event) => setName(event.target.value)} />
        )}
      </Field>
      <section aria-label="When" className="grid gap-2">
        <p className="text-ink-2">{`When a ${subject.noun[0]} meets these conditions. Without any, the rule holds for every ${subject.noun[0]}.`}</p>
        <FilterGroup group={root} depth={0} parentId={null} work={work} />
        {errors.when && (
          <p role="alert" className="text-12 font-medium text-bad">
            {errors.when}
          </p>
        )}
      </section>
      <section aria-label="Then" className="grid gap-3 border-t border-line pt-4">
        <EffectFields effect={effect} onChange={setEffect} errors={errors} people={people} />
      </section>
      <output aria-label="In words" className="block rounded-2 bg-sunken px-3 py-2.5 text-pretty wrap-anywhere">
        {read.success
          ? ruleSentence(of, { when: soFar, effect: read.data }, namesOf(people, subject))
          : "Complete the rule to read it as a sentence."}
      </output>
      <p role="status" className="sr-only">
        {news}
      </p>
    </Dialog>
  )
}
