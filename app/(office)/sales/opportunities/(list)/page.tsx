import type { Metadata } from "next"
import { OpportunityList } from "@/components/sales/opportunity-list"
import { WorkHead } from "@/components/views/work-head"
import { requireStaff } from "@/lib/identity/actor"
import { cellAround } from "@/lib/platform/cell-around"
import { readWork } from "@/lib/platform/lanes"
import type { SearchParams } from "@/lib/platform/list-query"
import { opportunitySource } from "@/lib/sales/opportunities/opportunity-source"
import { opportunityList } from "@/lib/sales/opportunities/views"
import { getOfficeCounts } from "@/lib/sync/office-counts"
import { openList } from "@/lib/views/open-list"

type OpportunitiesPageProps = { searchParams: Promise<SearchParams> }

export async function generateMetadata({ searchParams }: OpportunitiesPageProps): Promise<Metadata> {
  const staff = await requireStaff("opportunity:read")
  return { title: (await openList(opportunityList, staff, await searchParams)).title }
}

export default async function OpportunitiesPage({ searchParams }: OpportunitiesPageProps) {
  const staff = await requireStaff("opportunity:read")
  const list = await openList(opportunityList, staff, await searchParams)
  const now = new Date()
  const [page, { opportunities: counts }] = await Promise.all([
    readWork(opportunitySource, staff.id, list.query, now),
    getOfficeCounts(staff.id),
  ])
  const head = <WorkHead shape={opportunityList} {...{ list, page, counts }} />
  const worker = { id: staff.id, staffRole: staff.staffRole }
  const around = cellAround(staff.id, now)
  return <OpportunityList head={head} title={list.title} query={list.query} {...{ page, around, worker }} />
}
