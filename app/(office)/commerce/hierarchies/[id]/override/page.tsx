import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { OverridePage } from "@/components/commerce/compare/override-page"
import { isOverridable, overridableKeys } from "@/lib/commerce/side-by-side/compared"
import { getOverride } from "@/lib/commerce/side-by-side/queries"
import { requireStaff } from "@/lib/identity/actor"
import type { SearchParams } from "@/lib/platform/list-query"

export const metadata: Metadata = { title: "Override" }

type OverrideProps = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> }

export default async function Override({ params, searchParams }: OverrideProps) {
  await requireStaff("hierarchy:edit")
  const { from, field } = await searchParams
  const asked = [field ?? []].flat().filter(isOverridable)
  // A form without a tick says that nothing is chosen; a link without fields means all of them.
  const chosen = asked.length > 0 || from !== undefined ? asked : overridableKeys
  const override = await getOverride((await params).id, chosen)
  if (!override) notFound()
  const { hierarchy, fields, members } = override
  return <OverridePage {...{ hierarchy, fields, chosen, members }} sourceId={typeof from === "string" ? from : null} refusal={null} />
}
