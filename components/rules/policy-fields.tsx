"use client"
import { Checkbox } from "@/components/ui/checkbox"
import { Field, FieldError } from "@/components/ui/field"
import { RadioCards } from "@/components/ui/radio-cards"
import { Segmented } from "@/components/ui/segmented"
import { Select } from "@/components/ui/select"
import { Textarea } from "@/components/ui/textarea"
import { ratings } from "@/lib/sales/choices"
import { disqualificationReasons, leadStatusReasons } from "@/lib/sales/leads/rules"
import { type GuardedMove, guardedMoves, matchesTaken, type PolicyEffect, policyDeeds } from "@/lib/sales/policies/effect"
import type { EffectFieldsProps } from "./effect-fields"

type Props = EffectFieldsProps<PolicyEffect>
type Of<Do extends PolicyEffect["do"]> = Omit<Props, "effect" | "onChange"> & {
  effect: Extract<PolicyEffect, { do: Do }>
  onChange: (effect: PolicyEffect) => void
}

const isDeed = (value: string): value is PolicyEffect["do"] => Object.hasOwn(policyDeeds, value)
const options = (words: Readonly<Record<string, string>>) => Object.entries(words).map(([value, label]) => ({ value, label }))

/** What a policy does: what it decides or routes, or for which decisions it wants two people. */
export function PolicyFields({ effect, onChange, ...rest }: Props) {
  return (
    <>
      <RadioCards
        legend="Then"
        name="do"
        value={effect.do}
        onChoose={(to) => isDeed(to) && to !== effect.do && onChange(policyDeeds[to].first)}
        cards={Object.entries(policyDeeds).map(([value, { word, text }]) => ({ value, label: word, text }))}
      />
      {effect.do === "qualify" && <QualifyFields {...{ effect, onChange, ...rest }} />}
      {effect.do === "disqualify" && <DisqualifyFields {...{ effect, onChange, ...rest }} />}
      {effect.do === "route" && <RouteFields {...{ effect, onChange, ...rest }} />}
      {effect.do === "second" && <SecondFields {...{ effect, onChange, ...rest }} />}
    </>
  )
}

function QualifyFields({ effect, onChange }: Of<"qualify">) {
  return (
    <>
      <Field label="Matches" hint="A match that only may be one is left to a person.">
        {(control) => (
          <Select
            {...control}
            options={options(matchesTaken)}
            value={effect.match}
            onChange={({ target }) => onChange({ ...effect, match: target.value as typeof effect.match })}
          />
        )}
      </Field>
      <Segmented
        legend="Opportunity"
        name="opportunity"
        value={effect.opportunity}
        onChoose={(value) => onChange({ ...effect, opportunity: value === "skip" ? "skip" : "create" })}
        choices={[
          { value: "create", label: "Create" },
          { value: "skip", label: "Skip" },
        ]}
      />
    </>
  )
}

function DisqualifyFields({ effect, onChange, errors }: Of<"disqualify">) {
  const reasons = disqualificationReasons.map((value) => ({ value, label: leadStatusReasons[value].word }))
  return (
    <>
      <Field label="Status reason" error={errors.reason} width={260}>
        {(control) => (
          <Select
            {...control}
            options={reasons}
            value={effect.reason}
            onChange={({ target }) => onChange({ ...effect, reason: target.value as typeof effect.reason })}
          />
        )}
      </Field>
      <Field label="Comment" hint="Stays inside, on the lead's timeline." error={errors.comment}>
        {({ size: _, ...control }) => (
          <Textarea
            {...control}
            rows={2}
            maxLength={2000}
            value={effect.comment}
            onChange={({ target }) => onChange({ ...effect, comment: target.value })}
          />
        )}
      </Field>
    </>
  )
}

function RouteFields({ effect, onChange, errors, people }: Of<"route">) {
  return (
    <div className="flex flex-wrap items-start gap-4">
      <Field label="Owner" hint="Where nobody owns it yet." error={errors.personId} className="w-64">
        {(control) => (
          <Select
            {...control}
            placeholder="Leave it to the assignment rules"
            options={options(people)}
            value={effect.personId ?? ""}
            onChange={({ target }) => onChange({ ...effect, personId: target.value || null })}
          />
        )}
      </Field>
      <Field label="Rating" hint="Whatever it was before." className="w-48">
        {(control) => (
          <Select
            {...control}
            placeholder="Leave it as it is"
            options={options(ratings)}
            value={effect.rating ?? ""}
            onChange={({ target }) => onChange({ ...effect, rating: (target.value || null) as typeof effect.rating })}
          />
        )}
      </Field>
    </div>
  )
}

function SecondFields({ effect, onChange, errors }: Of<"second">) {
  const turn = (move: GuardedMove, isOn: boolean) =>
    onChange({ ...effect, moves: isOn ? [...effect.moves, move] : effect.moves.filter((one) => one !== move) })
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-[5px] font-medium">For which decisions</legend>
      {(Object.keys(guardedMoves) as GuardedMove[]).map((move) => (
        <Checkbox
          key={move}
          label={guardedMoves[move]}
          hint={
            move === "disqualify" ? "Also Reject in Commerce, while the lead is open." : move === "approve" ? "In Commerce." : undefined
          }
          checked={effect.moves.includes(move)}
          onChange={({ target }) => turn(move, target.checked)}
        />
      ))}
      {errors.moves && <FieldError id="moves-error" message={errors.moves} />}
    </fieldset>
  )
}
