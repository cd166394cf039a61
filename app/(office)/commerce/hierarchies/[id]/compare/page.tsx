import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { ComparePage } from "@/components/commerce/compare/compare-page"
import { roleRefusal } from "@/components/shell/role-refusal"
import { channelNames } from "@/lib/commerce/channels/queries"
import { isComparedSection } from "@/lib/commerce/side-by-side/compared"
import { getComparison } from "@/lib/commerce/side-by-side/queries"
import { requireStaff } from "@/lib/identity/actor"
import { may } from "@/lib/identity/permissions"
import type { SearchParams } from "@/lib/platform/list-query"

export const metadata: Metadata = { title: "Side by side" }

type CompareProps = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> }

export default async function Compare({ params, searchParams }: CompareProps) {
  const { staffRole } = await requireStaff("hierarchy:read")
  const { section } = await searchParams
  const asked = typeof section === "string" && isComparedSection(section) ? section : "general"
  const [comparison, names] = await Promise.all([getComparison((await params).id, asked), channelNames()])
  if (!comparison) notFound()
  return (
    <ComparePage
      comparison={comparison}
      channelNames={names}
      refusedToEdit={roleRefusal(staffRole, "customer:edit", "edit customers")}
      refusedToOverride={roleRefusal(staffRole, "hierarchy:edit", "change customer hierarchies")}
      mayExport={may(staffRole, "list:export")}
    />
  )
}
