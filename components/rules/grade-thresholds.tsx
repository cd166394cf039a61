"use client"
import { Field } from "@/components/ui/field"
import { Section } from "@/components/ui/section"
import { TextInput } from "@/components/ui/text-input"
import type { SettingsFieldsProps } from "./settings-fields"
import { wholeNumber } from "./whole-number"

const letters = ["a", "b", "c"] as const
type Thresholds = Record<(typeof letters)[number], number | string>

/** From which score on a lead has grade A, B and C; whatever is below has D. */
export function GradeThresholds({ settings, onChange, errors, reason }: SettingsFieldsProps<Thresholds>) {
  return (
    <Section title="Grades">
      <p className="mb-3 max-w-[60ch] text-ink-2">A lead has the best grade whose score it reaches. Below the last one it has grade D.</p>
      <div className="flex flex-wrap items-start gap-4">
        {letters.map((letter) => (
          <Field key={letter} label={`Grade ${letter.toUpperCase()} from`} error={errors[letter]} className="w-36">
            {(control) => (
              <TextInput
                {...control}
                inputMode="numeric"
                autoComplete="off"
                className="tabular-nums"
                maxLength={3}
                readOnly={reason !== null}
                value={String(settings[letter])}
                onChange={(event) => onChange({ ...settings, [letter]: wholeNumber(event.target.value) })}
              />
            )}
          </Field>
        ))}
      </div>
    </Section>
  )
}
