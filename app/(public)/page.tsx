import type { Metadata } from "next"
import { Landing } from "@/components/onboarding/landing"
import { PublicFrame } from "@/components/onboarding/public-frame"
import { getDefaultStorefront } from "@/lib/commerce/channels/storefront"

export const metadata: Metadata = { title: "For business partners" }

export default async function LandingPage() {
  const { name } = await getDefaultStorefront()
  return (
    <PublicFrame storeName={name}>
      <Landing storeName={name} />
    </PublicFrame>
  )
}
