import { Lock } from "lucide-react"
import { FieldError } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import { TextInput } from "@/components/ui/text-input"
import { Tooltip } from "@/components/ui/tooltip"
import { listCountries } from "@/lib/platform/countries"
import type { Editable } from "@/lib/platform/editable"
import { type Source, sourceFields, type Target } from "@/lib/sync/conversion/mapping"
import { fits, isLocked, partNames } from "@/lib/sync/conversion/mapping-rules"

const records: Readonly<Record<string, string>> = { request: "Request", lead: "Lead", account: "Account", contact: "Contact" }

type SourceFieldProps = {
  part: Target
  name: string
  field: Editable
  source: Source | undefined
  problem: string | null
  reason: string | null
  onChange: (source: Source | null) => void
}

/** Where a field takes its value from: a field that fits, a fixed value, or nothing. */
export function SourceField({ part, name, field, source, problem, reason, onChange }: SourceFieldProps) {
  const { from, to, reads } = partNames[part]
  const label = `${field.label} of ${to}`
  if (isLocked(part, name)) {
    return (
      <Tooltip text="One address is one person on both sides, and the sign-in to the portal. It is not for choosing.">
        <span className="flex min-h-[34px] items-center gap-2 text-ink-2">
          <Lock className="size-3.5 text-ink-3" aria-hidden="true" />
          {from}, Email
        </span>
      </Tooltip>
    )
  }
  const value = !source ? "" : "from" in source ? source.from : "fixed"
  const choose = (chosen: string) =>
    onChange(chosen === "" ? null : chosen === "fixed" ? { text: source && "text" in source ? source.text : "" } : { from: chosen })
  const errorId = `${part}-${name}-error`
  return (
    <div className="grid gap-1.5">
      <Select
        aria-label={label}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? errorId : undefined}
        value={value}
        disabled={reason !== null}
        onChange={(event) => choose(event.target.value)}
      >
        {reads.map((record) => (
          <optgroup key={record} label={records[record] ?? record}>
            {Object.entries(sourceFields[record] ?? {})
              .filter(([key, each]) => fits(field, each) || value === `${record}.${key}`)
              .map(([key, each]) => (
                <option key={key} value={`${record}.${key}`}>
                  {each.label}
                </option>
              ))}
          </optgroup>
        ))}
        <option value="fixed">A fixed value</option>
        <option value="" disabled={field.isRequired}>
          Nothing
        </option>
      </Select>
      {source && "text" in source && (
        <FixedValue
          field={field}
          label={`Fixed value of ${label}`}
          text={source.text}
          isOff={reason !== null}
          onChange={(text) => onChange({ text })}
        />
      )}
      {problem && <FieldError id={errorId} message={problem} />}
    </div>
  )
}

type FixedValueProps = { field: Editable; label: string; text: string; isOff: boolean; onChange: (text: string) => void }

function FixedValue({ field, label, text, isOff, onChange }: FixedValueProps) {
  const options = optionsOf(field)
  if (options) {
    return (
      <Select
        aria-label={label}
        value={text}
        disabled={isOff}
        placeholder="Choose"
        options={options}
        onChange={(event) => onChange(event.target.value)}
      />
    )
  }
  return (
    <TextInput
      aria-label={label}
      value={text}
      readOnly={isOff}
      maxLength={2000}
      placeholder={field.kind === "text" || field.kind === "long-text" ? "Text; %company% stands for a field" : undefined}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

function optionsOf({ words, kind }: Editable) {
  if (words) return Object.entries(words).map(([value, word]) => ({ value, label: word }))
  if (kind === "country") return listCountries().map(({ code, name }) => ({ value: code, label: name }))
  if (kind === "yes-no")
    return [
      { value: "yes", label: "Yes" },
      { value: "no", label: "No" },
    ]
  return null
}
