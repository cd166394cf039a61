import { PlainText } from "@/components/onboarding/plain-text"
import { PublicFrame } from "@/components/onboarding/public-frame"
import { getDefaultStorefront } from "@/lib/commerce/channels/storefront"

export default async function LinkNotFound() {
  const { name } = await getDefaultStorefront()
  return (
    <PublicFrame storeName={name}>
      <PlainText
        title="This link opens nothing"
        intro="It may be cut off or out of date."
        parts={[
          {
            title: "What you can do",
            text: "Open the link in our message once more, or copy the whole of it into the address bar. If it still opens nothing, answer the message and we help you.",
          },
        ]}
      />
    </PublicFrame>
  )
}
