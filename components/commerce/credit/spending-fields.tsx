"use client"
import { Field } from "@/components/ui/field"
import { TextInput } from "@/components/ui/text-input"
import { typedAmount } from "@/lib/commerce/credit/money"
import type { SpendingLimits } from "@/lib/commerce/credit/rules"
import type { FieldErrors } from "@/lib/platform/errors"

type SpendingFieldsProps = { currency: string; limits: SpendingLimits; errors: FieldErrors }

/** The two limits of a user, as one types them. */
export function SpendingFields({ currency, limits, errors }: SpendingFieldsProps) {
  const amount = (name: "perOrder" | "perMonth", label: string) => (
    <Field label={label} mark="optional" hint={`In ${currency}. Empty: no limit`} error={errors[name]}>
      {(control) => (
        <TextInput
          {...control}
          name={name}
          inputMode="decimal"
          autoComplete="off"
          className="tabular-nums"
          defaultValue={limits[name] === null ? "" : typedAmount(limits[name], currency)}
        />
      )}
    </Field>
  )
  return (
    <div className="grid grid-cols-2 items-start gap-4 max-m:grid-cols-1">
      {amount("perOrder", "Per order")}
      {amount("perMonth", "Per month")}
    </div>
  )
}
