import type { Metadata } from "next"
import { ProspectList } from "@/components/commerce/prospect-list"
import { prospectSource } from "@/lib/commerce/prospects/prospect-source"
import { countProspects } from "@/lib/commerce/prospects/queries"
import { prospectList } from "@/lib/commerce/prospects/views"
import { requireStaff } from "@/lib/identity/actor"
import { may } from "@/lib/identity/permissions"
import { cellAround } from "@/lib/platform/cell-around"
import { env } from "@/lib/platform/env"
import { readListQuery, type SearchParams } from "@/lib/platform/list-query"
import { readList } from "@/lib/platform/list-source"

export const metadata: Metadata = { title: "All prospects" }

export default async function ProspectsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const staff = await requireStaff("prospect:read")
  const query = readListQuery(prospectList, await searchParams)
  const now = new Date()
  const targetDays = env().DECISION_TARGET_DAYS
  const overdueSince = new Date(now.getTime() - targetDays * 86_400_000)
  const [page, counts] = await Promise.all([readList(prospectSource, staff.id, query, now), countProspects(overdueSince)])
  const mayDecide = may(staff.staffRole, "prospect:approve")
  return <ProspectList query={query} page={page} counts={counts} mayDecide={mayDecide} around={cellAround(staff.id, now)} />
}
