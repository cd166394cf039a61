import type { Metadata } from "next"
import { PublicColumns } from "@/components/onboarding/public-columns"
import { RequestForm } from "@/components/onboarding/request-form"
import { WhatHappensNext } from "@/components/onboarding/what-happens-next"
import { submitRequest } from "@/lib/onboarding/actions"
import { countryForm } from "@/lib/onboarding/country-form"
import { startToken } from "@/lib/onboarding/fill-time"
import { listCountries } from "@/lib/platform/countries"
import { newId } from "@/lib/platform/ids"

export const metadata: Metadata = { title: "Become a business partner" }

export default function RequestPage() {
  return (
    <PublicColumns asideLabel="What happens next" aside={<WhatHappensNext />}>
      <RequestForm
        submit={submitRequest}
        countries={listCountries()}
        country={countryForm("")}
        submissionKey={newId()}
        startedAt={startToken(new Date())}
        language="en"
      />
    </PublicColumns>
  )
}
