"use client"
import { FieldError } from "@/components/ui/field"
import { ChoicePicker } from "@/components/views/choice-picker"

type PeoplePickerProps = {
  label: string
  hint?: string
  people: Readonly<Record<string, string>>
  chosen: readonly string[]
  onChoose: (chosen: string[]) => void
  error: string | undefined
}

/** People who work in Sales, in the order in which they are ticked. */
export function PeoplePicker({ label, hint, people, chosen, onChoose, error }: PeoplePickerProps) {
  const choices = Object.entries(people)
    .map(([value, word]) => ({ value, word }))
    .toSorted((one, other) => one.word.localeCompare(other.word))
  return (
    <div className="grid gap-[5px]">
      <span className="font-medium">{label}</span>
      {hint && <span className="text-12 text-pretty text-ink-3">{hint}</span>}
      <ChoicePicker label={label} choices={choices} chosen={chosen} onChoose={onChoose} isWrong={error !== undefined} />
      {error && <FieldError id="people-error" message={error} />}
    </div>
  )
}
