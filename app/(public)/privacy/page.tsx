import type { Metadata } from "next"
import { PlainText } from "@/components/onboarding/plain-text"
import { PublicFrame } from "@/components/onboarding/public-frame"
import { getDefaultStorefront } from "@/lib/commerce/channels/storefront"

export const metadata: Metadata = { title: "Privacy" }

const parts = [
  {
    title: "What we keep",
    text: "What you enter in the form, the time you sent it and the version of the terms you agreed to. The address your request came from is used to stop abuse and kept for a short time only.",
  },
  {
    title: "What we use it for",
    text: "To read your request, to tell you what we decided, and, if it is approved, to run your company’s account. Nothing is sold and nothing is used for advertising.",
  },
  {
    title: "What stays with you",
    text: "While you fill the form, what you type is kept on your device so that nothing is lost. It is removed there once your request has arrived. We set no cookies for tracking.",
  },
  {
    title: "What you can do",
    text: "The private link in our message shows what you sent and lets you withdraw it. To see, correct or delete what we keep about you, answer that message.",
  },
  { title: "This page", text: "This text is a plain starting point. The store that runs this site replaces it with its own." },
]

export default async function PrivacyPage() {
  const { name } = await getDefaultStorefront()
  return (
    <PublicFrame storeName={name}>
      <PlainText title="Privacy" intro="What happens to what you tell us." parts={parts} />
    </PublicFrame>
  )
}
