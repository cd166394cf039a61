"use client"
import { Check } from "lucide-react"
import { AboutYou } from "@/components/onboarding/about-you"
import { AnythingElse } from "@/components/onboarding/anything-else"
import { BusinessAddress } from "@/components/onboarding/business-address"
import { PublicTitle } from "@/components/onboarding/public-title"
import { RefusalSummary } from "@/components/onboarding/refusal-summary"
import type { Keeping } from "@/components/onboarding/use-request-draft"
import { type SubmitDoor, useRequestForm } from "@/components/onboarding/use-request-form"
import { YourCompany } from "@/components/onboarding/your-company"
import { SubmitButton } from "@/components/ui/submit-button"
import type { CountryForm } from "@/lib/onboarding/country-form"
import type { Country } from "@/lib/platform/countries"

type RequestFormProps = {
  submit: SubmitDoor
  /** The storefront whose form it is, by its address; "" for the default's. */
  at: string
  /** What the store says below the heading, in place of our own words. */
  intro: string | null
  countries: Country[]
  /** Before a country is chosen. */
  country: CountryForm
  /** The same key twice is the same request. */
  submissionKey: string
  /** Signed time at which the form was opened. */
  startedAt: string
  language: string
}

const usualIntro = "Order at partner prices, on account, for your whole organization. Tell us who you are and what you need."

/** The public request, whole: works without JavaScript, and loses nothing with it. */
export function RequestForm({ submit, at, intro, countries, language, ...start }: RequestFormProps) {
  const { form, filling, refusal, attempt, country, submissionKey, startedAt, keeping, busy } = useRequestForm(submit, start)
  return (
    <>
      {refusal && <RefusalSummary key={attempt} refusal={refusal} country={country} />}
      <PublicTitle intro={refusal ? undefined : (intro ?? usualIntro)}>Become a business partner</PublicTitle>
      <form {...form}>
        <noscript>
          {/* Enter in a field presses the first button of a form; without this it would be the one for the address fields. */}
          <button type="submit" className="sr-only" tabIndex={-1} aria-hidden="true">
            Submit request
          </button>
        </noscript>
        <input type="hidden" name="submissionKey" value={submissionKey} readOnly />
        <input type="hidden" name="startedAt" value={startedAt} readOnly />
        <input type="hidden" name="at" value={at} readOnly />
        <input type="hidden" name="language" value={language} readOnly />
        <Trap />
        <AboutYou filling={filling} />
        <YourCompany filling={filling} taxHint={country.taxHint} />
        <BusinessAddress filling={filling} countries={countries} country={country} />
        <AnythingElse filling={filling} />
        <div className="mt-9 flex flex-wrap items-center gap-5">
          <SubmitButton id="submit" size="public" busy={busy} busyLabel="Sending" className="max-m:w-full">
            Submit request
          </SubmitButton>
          <KeptNote keeping={keeping} />
        </div>
      </form>
    </>
  )
}

function KeptNote({ keeping }: { keeping: Keeping }) {
  if (keeping === "unknown") return null
  return (
    <span className="flex items-center gap-2 text-14 text-ink-2">
      <Check size={16} strokeWidth={1.5} className="flex-none text-good" aria-hidden="true" />
      {keeping === "saved" ? "Saved on this device" : "What you type is kept on this device"}
    </span>
  )
}

/** Nobody sees it, so what fills it is a machine. */
function Trap() {
  return (
    <div aria-hidden="true" className="absolute -left-[9999px] size-px overflow-hidden">
      <label htmlFor="homepage">Leave this empty</label>
      <input id="homepage" name="homepage" type="text" tabIndex={-1} autoComplete="off" />
    </div>
  )
}
