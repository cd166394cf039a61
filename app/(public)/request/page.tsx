import type { Metadata } from "next"
import { headers } from "next/headers"
import { RequestPage } from "@/components/onboarding/request-page"
import { getDefaultStorefront } from "@/lib/commerce/channels/storefront"
import { submitRequest } from "@/lib/onboarding/actions"
import { openForm } from "@/lib/onboarding/open-form"

export const metadata: Metadata = { title: "Become a business partner" }

export default async function DefaultRequestPage() {
  const accepted = (await headers()).get("accept-language")
  return <RequestPage form={openForm(await getDefaultStorefront(), accepted, new Date())} submit={submitRequest} />
}
