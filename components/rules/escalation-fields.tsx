"use client"
import { Checkbox } from "@/components/ui/checkbox"
import { Field, FieldError } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import { ChoicePicker } from "@/components/views/choice-picker"
import { roleName, staffRoles } from "@/lib/identity/permissions"
import { type EscalatedTimer, type EscalationEffect, escalatedAt, escalatedTimers } from "@/lib/sales/escalation/effect"
import type { EffectFieldsProps } from "./effect-fields"

const options = (words: Readonly<Record<string, string>>) => Object.entries(words).map(([value, label]) => ({ value, label }))
const roles = staffRoles.map((role) => ({ value: role, label: `Every ${roleName(role)}` }))

/** What an escalation rule waits for, whom it tells, and what it does to the lead. */
export function EscalationFields({ effect, onChange, errors, people }: EffectFieldsProps<EscalationEffect>) {
  const set = (change: Partial<EscalationEffect>) => onChange({ ...effect, ...change })
  const named = Object.entries(people)
    .map(([value, word]) => ({ value, word }))
    .toSorted((one, other) => one.word.localeCompare(other.word))
  return (
    <div className="grid gap-4">
      <div className="grid grid-cols-2 gap-4 max-m:grid-cols-1">
        <Field label="Timer" error={errors.timer}>
          {(control) => (
            <Select
              {...control}
              options={options(escalatedTimers)}
              value={effect.timer}
              onChange={(event) => set({ timer: event.target.value as EscalatedTimer })}
            />
          )}
        </Field>
        <Field label="Once" error={errors.at}>
          {(control) => (
            <Select
              {...control}
              options={options(escalatedAt)}
              value={effect.at}
              onChange={(event) => set({ at: event.target.value as EscalationEffect["at"] })}
            />
          )}
        </Field>
      </div>
      <Checkbox
        label="Notify the owner"
        error={errors.tellOwner}
        checked={effect.tellOwner}
        onChange={(event) => set({ tellOwner: event.target.checked })}
      />
      <div className="grid grid-cols-2 items-start gap-4 max-m:grid-cols-1">
        <div className="grid gap-[5px]">
          <span className="font-medium">Notify people</span>
          <ChoicePicker
            label="Notify people"
            choices={named}
            chosen={effect.tellPeople}
            onChoose={(chosen) => set({ tellPeople: chosen })}
            isWrong={errors.tellPeople !== undefined}
          />
          {errors.tellPeople && <FieldError id="tell-people-error" message={errors.tellPeople} />}
        </div>
        <Field label="Notify a role" error={errors.tellRole}>
          {(control) => (
            <Select
              {...control}
              placeholder="Nobody"
              options={roles}
              value={effect.tellRole ?? ""}
              onChange={(event) => set({ tellRole: (event.target.value || null) as EscalationEffect["tellRole"] })}
            />
          )}
        </Field>
      </div>
      <Checkbox
        label="Raise the rating"
        hint="Cold becomes Warm, Warm becomes Hot."
        checked={effect.raiseRating}
        onChange={(event) => set({ raiseRating: event.target.checked })}
      />
      <Field label="Give the lead to" mark="optional" error={errors.giveTo}>
        {(control) => (
          <Select
            {...control}
            placeholder="It stays with its owner"
            options={named.map(({ value, word }) => ({ value, label: word }))}
            value={effect.giveTo ?? ""}
            onChange={(event) => set({ giveTo: event.target.value || null })}
          />
        )}
      </Field>
    </div>
  )
}
