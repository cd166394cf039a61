import { Field } from "@/components/ui/field"
import type { Editables } from "@/lib/platform/editable"
import type { FieldErrors } from "@/lib/platform/errors"
import { FieldInput } from "./field-input"

type TypedFieldsProps<Key extends string> = {
  editables: Editables<Key>
  keys: readonly Key[]
  errors: FieldErrors
  /** What stands in them at first. */
  texts?: Partial<Record<Key, string>>
}

/** The fields of a record that is about to be made, two beside each other; what may be empty says so. */
export function TypedFields<Key extends string>({ editables, keys, errors, texts = {} }: TypedFieldsProps<Key>) {
  return (
    <div className="grid grid-cols-2 gap-4 max-m:grid-cols-1">
      {keys.map((key) => {
        const { label, kind, words, isRequired, longest } = editables[key]
        const typed: Partial<Record<string, string>> = texts
        return (
          <Field key={key} label={label} mark={isRequired ? undefined : "optional"} error={errors[key]}>
            {(control) => (
              <FieldInput
                field={{ key, label, kind, words, isRequired, longest, text: null }}
                text={typed[key] ?? null}
                control={control}
              />
            )}
          </Field>
        )
      })}
    </div>
  )
}
