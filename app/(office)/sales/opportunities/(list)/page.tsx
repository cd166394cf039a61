import type { Metadata } from "next"
import { OpportunityList } from "@/components/sales/opportunity-list"
import { requireStaff } from "@/lib/identity/actor"
import { cellAround } from "@/lib/platform/cell-around"
import { readListQuery, type SearchParams } from "@/lib/platform/list-query"
import { readList } from "@/lib/platform/list-source"
import { opportunitySource } from "@/lib/sales/opportunities/opportunity-source"
import { opportunityList, opportunityViews } from "@/lib/sales/opportunities/views"
import { listOwners } from "@/lib/sales/owners"

type OpportunitiesPageProps = { searchParams: Promise<SearchParams> }

export async function generateMetadata({ searchParams }: OpportunitiesPageProps): Promise<Metadata> {
  return { title: opportunityViews[readListQuery(opportunityList, await searchParams).view] }
}

export default async function OpportunitiesPage({ searchParams }: OpportunitiesPageProps) {
  const staff = await requireStaff("opportunity:read")
  const query = readListQuery(opportunityList, await searchParams)
  const now = new Date()
  const [page, owners] = await Promise.all([readList(opportunitySource, staff.id, query, now), listOwners()])
  return <OpportunityList query={query} page={page} owners={owners} around={cellAround(staff.id, now)} />
}
