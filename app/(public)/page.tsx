import type { Metadata } from "next"
import { Landing } from "@/components/onboarding/landing"
import { env } from "@/lib/platform/env"

export const metadata: Metadata = { title: "For business partners" }

export default function LandingPage() {
  return <Landing storeName={env().STORE_NAME} />
}
