import { Field } from "@/components/ui/field"
import { TextInput } from "@/components/ui/text-input"
import type { FieldErrors } from "@/lib/platform/errors"
import type { OpportunityWorkView } from "./opportunity-work"

type CloseFieldsProps = { work: OpportunityWorkView; errors: FieldErrors; revenue: number | null }

/** What every close asks for: **Actual revenue** and **Close date**. */
export function CloseFields({ work, errors, revenue }: CloseFieldsProps) {
  return (
    <div className="grid grid-cols-2 gap-4 max-m:grid-cols-1">
      <Field label="Actual revenue" mark={work.currency} error={errors.actualRevenue}>
        {(control) => (
          <TextInput
            {...control}
            name="actualRevenue"
            inputMode="decimal"
            autoComplete="off"
            className="tabular-nums"
            defaultValue={revenue?.toFixed(2) ?? ""}
          />
        )}
      </Field>
      <Field label="Close date" error={errors.closeDate}>
        {(control) => <TextInput {...control} type="date" name="closeDate" defaultValue={work.today} className="tabular-nums" />}
      </Field>
    </div>
  )
}
