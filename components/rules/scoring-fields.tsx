"use client"
import { Field } from "@/components/ui/field"
import { TextInput } from "@/components/ui/text-input"
import type { EffectFieldsProps } from "./effect-fields"
import { wholeNumber } from "./whole-number"

/** What a scoring rule does: how many points it gives or takes. */
export function ScoringFields({ effect, onChange, errors }: EffectFieldsProps<{ points: number | string }>) {
  return (
    <Field
      label="Points"
      hint="−100 to 100. All points of a lead are added up, and held within 0 and 100."
      error={errors.points}
      width={120}
    >
      {(control) => (
        <TextInput
          {...control}
          inputMode="numeric"
          autoComplete="off"
          className="tabular-nums"
          maxLength={6}
          value={String(effect.points)}
          onChange={(event) => onChange({ points: wholeNumber(event.target.value) })}
        />
      )}
    </Field>
  )
}
