"use client"
import { Checkbox } from "@/components/ui/checkbox"
import { RadioCards } from "@/components/ui/radio-cards"
import { Segmented } from "@/components/ui/segmented"
import { type AssignmentEffect, type Way, ways } from "@/lib/sales/assignment/effect"
import type { EffectFieldsProps } from "./effect-fields"
import { PeoplePicker } from "./people-picker"

const texts: Record<Way, string> = {
  person: "Always the same one.",
  turn: "One after another, in the order in which you tick them.",
  least: "Counted when the lead comes in; of those who have equally few, in turn.",
}

const isWay = (value: string): value is Way => Object.hasOwn(ways, value)

/** What an assignment rule does: to whom it gives the lead, and what happens when nobody can take it. */
export function AssignmentFields({ effect, onChange, errors, people }: EffectFieldsProps<AssignmentEffect>) {
  const { way, personIds, inHours, otherwise } = effect
  const choose = (to: string) => {
    if (isWay(to)) onChange({ ...effect, way: to, personIds: to === "person" ? personIds.slice(0, 1) : personIds })
  }
  const choosePeople = (chosen: string[]) => onChange({ ...effect, personIds: way === "person" ? chosen.slice(-1) : chosen })
  return (
    <>
      <RadioCards
        legend="Give the lead to"
        name="way"
        value={way}
        onChoose={choose}
        cards={Object.entries(ways).map(([value, label]) => ({ value, label, text: isWay(value) ? texts[value] : undefined }))}
      />
      <PeoplePicker
        label={way === "person" ? "Person" : "People"}
        hint="Whoever is away, or has as many open leads as they can, is passed over. A lead that nobody can take is given as soon as somebody can."
        people={people}
        chosen={personIds}
        onChoose={choosePeople}
        error={errors.personIds}
      />
      <Checkbox
        label="Only within working hours"
        hint="Each by their own business hours, as Settings has them."
        checked={inHours}
        onChange={(event) => onChange({ ...effect, inHours: event.target.checked })}
      />
      <Segmented
        legend="When nobody is available"
        name="otherwise"
        value={otherwise}
        onChoose={(value) => onChange({ ...effect, otherwise: value === "stay" ? "stay" : "next" })}
        choices={[
          { value: "next", label: "Ask the next rule" },
          { value: "stay", label: "Leave it unassigned" },
        ]}
      />
    </>
  )
}
