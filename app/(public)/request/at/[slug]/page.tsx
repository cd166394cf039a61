import type { Metadata } from "next"
import { headers } from "next/headers"
import { notFound } from "next/navigation"
import { RequestPage } from "@/components/onboarding/request-page"
import { findStorefront } from "@/lib/commerce/channels/storefront"
import { submitRequest } from "@/lib/onboarding/actions"
import { openForm } from "@/lib/onboarding/open-form"

type StorefrontPageProps = { params: Promise<{ slug: string }> }

export async function generateMetadata({ params }: StorefrontPageProps): Promise<Metadata> {
  const storefront = await findStorefront((await params).slug)
  return { title: storefront ? { absolute: `Become a business partner · ${storefront.name}` } : "Not found" }
}

export default async function StorefrontPage({ params }: StorefrontPageProps) {
  const storefront = await findStorefront((await params).slug)
  if (!storefront) notFound()
  const accepted = (await headers()).get("accept-language")
  return <RequestPage form={openForm(storefront, accepted, new Date())} submit={submitRequest} />
}
