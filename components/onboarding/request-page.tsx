import { PublicColumns } from "@/components/onboarding/public-columns"
import { PublicFrame } from "@/components/onboarding/public-frame"
import { RequestForm } from "@/components/onboarding/request-form"
import type { SubmitDoor } from "@/components/onboarding/use-request-form"
import { WhatHappensNext } from "@/components/onboarding/what-happens-next"
import type { OpenForm } from "@/lib/onboarding/open-form"

/** The public form of a storefront, with what happens next beside it. */
export function RequestPage({ form: { storeName, homeHref, ...form }, submit }: { form: OpenForm; submit: SubmitDoor }) {
  return (
    <PublicFrame storeName={storeName} homeHref={homeHref}>
      <PublicColumns asideLabel="What happens next" aside={<WhatHappensNext />}>
        <RequestForm submit={submit} {...form} />
      </PublicColumns>
    </PublicFrame>
  )
}
