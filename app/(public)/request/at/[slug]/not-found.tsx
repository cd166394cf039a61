import { PlainText } from "@/components/onboarding/plain-text"
import { PublicFrame } from "@/components/onboarding/public-frame"
import { getDefaultStorefront } from "@/lib/commerce/channels/storefront"

export default async function NoForm() {
  const { name } = await getDefaultStorefront()
  return (
    <PublicFrame storeName={name}>
      <PlainText
        title="There is no form here"
        intro="The address may be cut off, or the store no longer takes requests at it."
        parts={[
          {
            title: "What you can do",
            text: "Look at the address once more. If you sent a request already, the private link in our message still shows where it is.",
          },
        ]}
      />
    </PublicFrame>
  )
}
