import { Field } from "@/components/ui/field"
import { Textarea } from "@/components/ui/textarea"
import type { FieldErrors } from "@/lib/platform/errors"

/** What was asked for in particular, as whoever confirms it reads it; nothing where nothing was. */
export function ApprovalDetails({ details }: { details: readonly string[] }) {
  if (details.length === 0) return null
  return <p className="wrap-anywhere whitespace-pre-line text-ink-2">{details.join("\n")}</p>
}

/** Why something is sent back, for whoever asked. */
export const SendBackReason = ({ errors }: { errors: FieldErrors }) => (
  <Field label="Reason" error={errors.reason}>
    {({ size: _, ...control }) => <Textarea {...control} name="reason" rows={3} maxLength={2000} />}
  </Field>
)
