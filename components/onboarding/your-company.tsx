import { FormPart } from "@/components/onboarding/form-part"
import { type Filling, RequestLine } from "@/components/onboarding/request-line"

export function YourCompany({ filling, taxHint }: { filling: Filling; taxHint: string }) {
  return (
    <FormPart title="Your company">
      <RequestLine
        filling={filling}
        name="companyName"
        label="Company name"
        hint="As it is registered."
        required
        autoComplete="organization"
      />
      <RequestLine filling={filling} name="website" label="Website" optional plain type="url" inputMode="url" autoComplete="url" />
      <RequestLine filling={filling} name="taxId" label="Tax ID" hint={taxHint} optional plain width={300} autoComplete="off" />
    </FormPart>
  )
}
