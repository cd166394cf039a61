import type { Metadata } from "next"
import { cookies } from "next/headers"
import { PublicFrame } from "@/components/onboarding/public-frame"
import { RequestReceived } from "@/components/onboarding/request-received"
import { findStorefront, getDefaultStorefront } from "@/lib/commerce/channels/storefront"
import { readReceivedCookie, receivedCookie } from "@/lib/onboarding/received-cookie"
import { env } from "@/lib/platform/env"
import type { SearchParams } from "@/lib/platform/list-query"
import { readDecisionTarget } from "@/lib/sales/timers/decision-target"

export const metadata: Metadata = { title: "Request submitted", robots: { index: false } }

export default async function ReceivedPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { MAIL_FROM, INVITATION_DAYS } = env()
  const { at } = await searchParams
  const { name } = (typeof at === "string" ? await findStorefront(at) : null) ?? (await getDefaultStorefront())
  return (
    <PublicFrame storeName={name}>
      <RequestReceived
        reference={readReceivedCookie((await cookies()).get(receivedCookie)?.value)}
        storeName={name}
        mailFrom={MAIL_FROM}
        target={await readDecisionTarget()}
        invitationDays={INVITATION_DAYS}
      />
    </PublicFrame>
  )
}
