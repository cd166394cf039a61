import type { Metadata } from "next"
import { PlainText } from "@/components/onboarding/plain-text"
import { PublicFrame } from "@/components/onboarding/public-frame"
import { getDefaultStorefront } from "@/lib/commerce/channels/storefront"

export const metadata: Metadata = { title: "Terms and conditions" }

const parts = [
  {
    title: "What you agree to",
    text: "You send a request in the name of a company and are allowed to do so. What you tell us is true as far as you know.",
  },
  {
    title: "What a request is",
    text: "A request is not an order and binds neither of us. We read it, may ask you a question, and approve or decline it. You can withdraw it until then.",
  },
  {
    title: "What follows an approval",
    text: "You get an account for your company and are its first Admin. Prices, credit and delivery are agreed apart from this page.",
  },
  {
    title: "These terms",
    text: "This text is a plain starting point. The store that runs this site replaces it with terms of its own; each request keeps the version it was sent under.",
  },
]

export default async function TermsPage() {
  const { name } = await getDefaultStorefront()
  return (
    <PublicFrame storeName={name}>
      <PlainText title="Terms and conditions" intro="What you agree to when you ask to become a business partner." parts={parts} />
    </PublicFrame>
  )
}
