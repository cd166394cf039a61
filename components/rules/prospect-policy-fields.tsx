"use client"
import { Checkbox } from "@/components/ui/checkbox"
import { Field, FieldError } from "@/components/ui/field"
import { RadioCards } from "@/components/ui/radio-cards"
import { Select } from "@/components/ui/select"
import { Textarea } from "@/components/ui/textarea"
import { guardedDecisions, type ProspectEffect, type ProspectMove, prospectDeeds } from "@/lib/sync/prospect-policies/kind"
import type { EffectFieldsProps } from "./effect-fields"

type Props = EffectFieldsProps<ProspectEffect>

const isDeed = (value: string): value is ProspectEffect["do"] => Object.hasOwn(prospectDeeds, value)
const hints: Record<ProspectMove, string> = {
  approve: "Also Close as Won in Sales, where that approves it.",
  reject: "Also Disqualify and Close as Lost in Sales, where they reject it.",
}

/** What a policy of prospects does: what it decides, or for which decisions it wants two people. */
export function ProspectPolicyFields({ effect, onChange, errors, people }: Props) {
  return (
    <>
      <RadioCards
        legend="Then"
        name="do"
        value={effect.do}
        onChoose={(to) => isDeed(to) && to !== effect.do && onChange(prospectDeeds[to].first)}
        cards={Object.entries(prospectDeeds).map(([value, { word, text }]) => ({ value, label: word, text }))}
      />
      {effect.do === "reject" && (
        <Words
          label="Reason"
          hint="The applicant reads it."
          text={effect.reason}
          error={errors.reason}
          most={500}
          onText={(reason) => onChange({ ...effect, reason })}
        />
      )}
      {effect.do === "route" && (
        <Field label="Owner" error={errors.personId} width={260}>
          {(control) => (
            <Select
              {...control}
              placeholder="Choose who gets it"
              options={Object.entries(people).map(([value, label]) => ({ value, label }))}
              value={effect.personId}
              onChange={({ target }) => onChange({ ...effect, personId: target.value })}
            />
          )}
        </Field>
      )}
      {(effect.do === "approve" || effect.do === "reject") && (
        <Words
          label="Note to the applicant"
          mark="optional"
          hint="The applicant reads it in the email."
          text={effect.note ?? ""}
          error={errors.note}
          most={2000}
          onText={(note) => onChange({ ...effect, note: note || null })}
        />
      )}
      {effect.do === "second" && (
        <fieldset className="grid gap-2">
          <legend className="mb-[5px] font-medium">For which decisions</legend>
          {(Object.keys(guardedDecisions) as ProspectMove[]).map((move) => (
            <Checkbox
              key={move}
              label={guardedDecisions[move]}
              hint={hints[move]}
              checked={effect.moves.includes(move)}
              onChange={({ target }) =>
                onChange({ ...effect, moves: target.checked ? [...effect.moves, move] : effect.moves.filter((one) => one !== move) })
              }
            />
          ))}
          {errors.moves && <FieldError id="moves-error" message={errors.moves} />}
        </fieldset>
      )}
    </>
  )
}

type WordsProps = {
  label: string
  mark?: string
  hint: string
  text: string
  error: string | undefined
  most: number
  onText: (text: string) => void
}

function Words({ label, mark, hint, text, error, most, onText }: WordsProps) {
  return (
    <Field label={label} mark={mark} hint={hint} error={error}>
      {({ size: _, ...control }) => (
        <Textarea {...control} rows={2} maxLength={most} value={text} onChange={({ target }) => onText(target.value)} />
      )}
    </Field>
  )
}
