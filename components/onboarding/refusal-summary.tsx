import { ErrorSummary } from "@/components/ui/error-summary"
import type { CountryForm } from "@/lib/onboarding/country-form"
import { personFields } from "@/lib/onboarding/request-fields"
import type { RequestFormState } from "@/lib/onboarding/request-form-state"

type RefusalSummaryProps = { refusal: NonNullable<RequestFormState["error"]>; country: CountryForm }

/** Why the form came back: the fields that need attention, or one sentence about the whole. */
export function RefusalSummary({ refusal: { message, fields }, country }: RefusalSummaryProps) {
  const inCountrysOrder = country.fields.map(({ name }) => name)
  const others = personFields.filter((name) => !inCountrysOrder.some((field) => field === name))
  const order = others.flatMap((name) => (name === "country" ? [name, ...inCountrysOrder] : [name]))
  const problems = order.flatMap((field) => {
    const problem = fields[field]
    return problem ? [{ field, message: problem }] : []
  })
  if (problems.length > 0) return <ErrorSummary problems={problems} />
  return <ErrorSummary title="Your request was not sent" problems={[{ field: "submit", message }]} />
}
