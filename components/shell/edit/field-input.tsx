import type { FieldControl } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import { TextInput } from "@/components/ui/text-input"
import { Textarea } from "@/components/ui/textarea"
import { listCountries } from "@/lib/platform/countries"
import type { FieldText } from "@/lib/platform/editable"
import type { FieldKind } from "@/lib/platform/fields"
import type { EditField } from "./edit-view"

type FieldInputProps = {
  field: EditField
  /** What stands in it at first. */
  text: FieldText
  control: Partial<FieldControl> & { "aria-labelledby"?: string }
}

const none = "Not given"
const types: Partial<Record<FieldKind, string>> = { email: "email", phone: "tel", url: "url", day: "date" }

/** The control that a field is typed into, by what it holds. Its name is the field's key. */
export function FieldInput({ field: { key, kind, words, isRequired, longest }, text, control }: FieldInputProps) {
  const shared = { ...control, name: key, defaultValue: text ?? "" }
  const placeholder = isRequired ? undefined : none
  if (words) return <Select {...shared} placeholder={placeholder} options={withKnown(words, text)} />
  if (kind === "country") {
    return <Select {...shared} placeholder={none} options={listCountries().map(({ code, name }) => ({ value: code, label: name }))} />
  }
  if (kind === "yes-no") {
    return (
      <Select
        {...shared}
        options={[
          { value: "yes", label: "Yes" },
          { value: "no", label: "No" },
        ]}
      />
    )
  }
  if (kind === "long-text") return <Textarea {...shared} rows={4} maxLength={longest} />
  const isNumber = kind === "money" || kind === "percent"
  return (
    <TextInput
      {...shared}
      type={types[kind] ?? "text"}
      inputMode={isNumber ? "decimal" : undefined}
      autoComplete="off"
      maxLength={kind === "text" ? longest : undefined}
      className={isNumber || kind === "day" ? "tabular-nums" : undefined}
    />
  )
}

/** A stored value that the list no longer has stays a choice. */
function withKnown(words: Readonly<Record<string, string>>, text: FieldText) {
  const options = Object.entries(words).map(([value, label]) => ({ value, label }))
  return text === null || Object.hasOwn(words, text) ? options : [{ value: text, label: text }, ...options]
}
