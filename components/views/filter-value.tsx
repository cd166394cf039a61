"use client"
import { Select } from "@/components/ui/select"
import { TextInput } from "@/components/ui/text-input"
import { stretchWord } from "@/lib/platform/calendar-stretch"
import type { Field } from "@/lib/platform/fields"
import { dated, operatorTakes, stretchesOf } from "@/lib/platform/filter"
import { ChoicePicker } from "./choice-picker"
import type { ConditionDraft } from "./filter-draft"
import { useChoices } from "./use-choices"

type FilterValueProps = {
  field: Field
  condition: ConditionDraft
  people: Readonly<Record<string, string>>
  hasNoReader?: boolean
  isWrong: boolean
  /** Where what is wrong is said. */
  describedBy: string | undefined
  onChange: (values: string[]) => void
}

const listed = ["choice", "status", "rating", "country", "person", "channel"]
const counted = ["money", "percent", "score"]

/** What a condition compares with, by the kind of its field. */
export function FilterValue({ field, condition, people, hasNoReader = false, isWrong, describedBy, onChange }: FilterValueProps) {
  const choices = useChoices(field, people, hasNoReader)
  const { operator, values } = condition
  const takes = operatorTakes(operator)
  if (takes === "none") return <span />
  if (listed.includes(field.kind))
    return <ChoicePicker label={field.label} choices={choices} chosen={values} onChoose={onChange} isWrong={isWrong} />
  if (operator === "during")
    return (
      <Select
        aria-label={`${field.label}, value`}
        aria-invalid={isWrong || undefined}
        aria-describedby={describedBy}
        placeholder="Choose a time"
        value={values[0] ?? ""}
        options={stretchesOf(field).map((value) => ({ value, label: stretchWord(value) }))}
        onChange={(event) => onChange([event.target.value])}
      />
    )
  const isDays = operator.endsWith("-days")
  const isDay = dated.includes(field.kind) && !isDays
  // A record that is asked for by its id goes by its name.
  const shown = (value: string) => (field.names && people[value]) || (isDay ? value.slice(0, 10) : value)
  const one = (place: number, label: string) => (
    <TextInput
      aria-label={label}
      aria-invalid={isWrong || undefined}
      aria-describedby={describedBy}
      type={isDay ? "date" : "text"}
      inputMode={isDays ? "numeric" : counted.includes(field.kind) ? "decimal" : undefined}
      autoComplete="off"
      maxLength={isDay ? undefined : 200}
      value={shown(values[place] ?? "")}
      onChange={(event) => {
        const next = takes === "two" ? [values[0] ?? "", values[1] ?? ""] : [""]
        next[place] = event.target.value
        onChange(next)
      }}
    />
  )
  if (takes === "two")
    return (
      <span className="flex min-w-0 items-center gap-1.5">
        {one(0, `${field.label}, from`)}
        <span className="text-ink-3">and</span>
        {one(1, `${field.label}, to`)}
      </span>
    )
  return isDays ? (
    <span className="flex items-center gap-2">
      {one(0, "Days")}
      <span className="text-ink-3">days</span>
    </span>
  ) : (
    one(0, `${field.label}, value`)
  )
}
