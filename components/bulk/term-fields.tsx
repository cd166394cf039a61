"use client"
import { useState } from "react"
import { useAsked } from "@/components/shell/use-asked"
import { Field } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import { customerFields, type TermField, termFields } from "@/lib/commerce/customers/fields"
import type { FieldErrors } from "@/lib/platform/errors"

type Code = { value: string; word: string }

const fields = termFields.map((value) => ({ value, label: customerFields[value].label }))

/** Which of the terms many customers are given, and the code; none takes it away. */
export function TermFields({ errors }: { errors: FieldErrors }) {
  const [field, choose] = useState<TermField>("paymentTerms")
  const list = customerFields[field].codes ?? ""
  const codes = useAsked<Code[]>(`/commerce/customers/codes?list=${list}&standing=1`)
  return (
    <>
      <Field label="What to set" error={errors.field} width={260}>
        {(control) => (
          <Select
            {...control}
            name="field"
            value={field}
            onChange={(event) => choose(termFields.find((one) => one === event.target.value) ?? "paymentTerms")}
            options={fields}
          />
        )}
      </Field>
      <Field label="Code" error={errors.code} width={260}>
        {(control) => (
          <Select
            {...control}
            key={codes ? list : ""}
            name="code"
            disabled={!codes}
            placeholder={codes ? "None" : undefined}
            defaultValue={codes?.[0]?.value}
            options={codes?.map(({ value, word }) => ({ value, label: word }))}
          />
        )}
      </Field>
    </>
  )
}
