import { FormPart } from "@/components/onboarding/form-part"
import { type Filling, RequestLine } from "@/components/onboarding/request-line"

export function AboutYou({ filling }: { filling: Filling }) {
  const phoneHint = (
    <>
      With country code, for example <span className="whitespace-nowrap">+351 265 548 210</span>.
    </>
  )
  return (
    <FormPart title="About you">
      <RequestLine filling={filling} name="firstName" label="First name" required width={400} autoComplete="given-name" />
      <RequestLine filling={filling} name="lastName" label="Last name" required width={400} autoComplete="family-name" />
      <RequestLine
        filling={filling}
        name="email"
        label="Email"
        hint="We send the decision here. You will sign in with it."
        required
        plain
        type="email"
        inputMode="email"
        autoComplete="email"
      />
      <RequestLine
        filling={filling}
        name="phone"
        label="Phone"
        hint={phoneHint}
        optional
        width={300}
        type="tel"
        inputMode="tel"
        autoComplete="tel"
      />
    </FormPart>
  )
}
