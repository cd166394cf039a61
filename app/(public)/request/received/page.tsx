import type { Metadata } from "next"
import { cookies } from "next/headers"
import { RequestReceived } from "@/components/onboarding/request-received"
import { readReceivedCookie, receivedCookie } from "@/lib/onboarding/received-cookie"
import { env } from "@/lib/platform/env"

export const metadata: Metadata = { title: "Request submitted", robots: { index: false } }

export default async function ReceivedPage() {
  const { STORE_NAME, MAIL_FROM, DECISION_TARGET_DAYS, INVITATION_DAYS } = env()
  return (
    <RequestReceived
      reference={readReceivedCookie((await cookies()).get(receivedCookie)?.value)}
      storeName={STORE_NAME}
      mailFrom={MAIL_FROM}
      targetDays={DECISION_TARGET_DAYS}
      invitationDays={INVITATION_DAYS}
    />
  )
}
