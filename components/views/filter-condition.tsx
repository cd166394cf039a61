"use client"
import { X } from "lucide-react"
import { Button } from "@/components/ui/button"
import { FieldError } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import type { Fields } from "@/lib/platform/fields"
import { type Operator, operatorsOf, operatorWord } from "@/lib/platform/filter"
import { aboutField, type ConditionDraft, withOperator } from "./filter-draft"
import { FilterValue } from "./filter-value"

type FilterConditionProps = {
  condition: ConditionDraft
  fields: Fields
  people: Readonly<Record<string, string>>
  hasNoReader?: boolean
  isWrong: boolean
  onChange: (condition: ConditionDraft) => void
  onRemove: () => void
}

/** In the last … days, more than … days ago: the number stands between, so the word leaves it out. */
const spoken: Partial<Record<Operator, string>> = { "last-days": "in the last", "next-days": "in the next", "older-days": "more than, ago" }

/** One condition of a filter: field, operator, value. */
export function FilterCondition({ condition, fields, people, hasNoReader, isWrong, onChange, onRemove }: FilterConditionProps) {
  const field = fields[condition.field]
  const errorId = `wrong-${condition.id}`
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_minmax(0,0.8fr)_minmax(0,1.2fr)_34px] items-start gap-1.5 max-m:grid-cols-[minmax(0,1fr)_34px] max-m:border-b max-m:border-line max-m:pb-3">
      <Select
        id={`field-${condition.id}`}
        aria-label="Field"
        placeholder="Choose a field"
        value={condition.field}
        onChange={(event) => onChange(aboutField(condition, event.target.value, fields))}
      >
        {Object.entries(fields).map(([name, { label }]) => (
          <option key={name} value={name}>
            {label}
          </option>
        ))}
      </Select>
      <div className="min-w-0 max-m:col-start-1">
        {field && (
          <Select
            aria-label="Operator"
            value={condition.operator}
            onChange={(event) => {
              const operator = operatorsOf(field).find((one) => one === event.target.value)
              if (operator) onChange(withOperator(condition, operator))
            }}
          >
            {operatorsOf(field).map((operator) => (
              <option key={operator} value={operator}>
                {spoken[operator] ?? operatorWord(operator)}
              </option>
            ))}
          </Select>
        )}
      </div>
      <div className="grid min-w-0 gap-[5px] max-m:col-start-1">
        {field && (
          <FilterValue
            field={field}
            condition={condition}
            people={people}
            hasNoReader={hasNoReader}
            isWrong={isWrong}
            describedBy={isWrong ? errorId : undefined}
            onChange={(values) => onChange({ ...condition, values })}
          />
        )}
        {isWrong && field && <FieldError id={errorId} message={wrongWords(field.kind, condition.operator)} />}
      </div>
      <Button tone="ghost" iconOnly icon={<X aria-hidden="true" />} className="max-m:col-start-2 max-m:row-start-1" onClick={onRemove}>
        {field ? `Remove condition ${field.label}` : "Remove condition"}
      </Button>
    </li>
  )
}

const wrongWords = (kind: string, operator: Operator): string => {
  if (operator === "during") return "Choose a week, month, quarter or year"
  if (["choice", "status", "rating", "country", "person", "channel"].includes(kind)) return "Choose at least one"
  if (["time", "age", "timer", "day"].includes(kind)) return "Enter a date or a number of days"
  if (kind === "score") return "Enter 0 to 100"
  return kind === "money" || kind === "percent" ? "Enter a number" : "Enter what to look for"
}
