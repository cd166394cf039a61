import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { PublicFrame } from "@/components/onboarding/public-frame"
import { RequestStatus } from "@/components/onboarding/request-status"
import { answerQuestion, confirmEmail, withdrawRequest } from "@/lib/onboarding/actions"
import { getRequestStatus } from "@/lib/onboarding/queries"
import { tellHouseZone } from "@/lib/platform/house-zone"

// The address is a secret: no other site may see it. "no-referrer" would also hide the Origin that actions insist on.
export const metadata: Metadata = { title: "Your request", referrer: "same-origin", robots: { index: false, follow: false } }

export default async function StatusPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const request = await getRequestStatus(token)
  if (!request) notFound()
  await tellHouseZone()
  return (
    <PublicFrame storeName={request.storeName}>
      <RequestStatus request={request} token={token} confirm={confirmEmail} answer={answerQuestion} withdraw={withdrawRequest} />
    </PublicFrame>
  )
}
