import type { Metadata } from "next"
import { listBulk } from "@/components/bulk/list-bulk"
import { OpportunityList } from "@/components/sales/opportunity-list"
import { OpportunityPeek } from "@/components/sales/opportunity-peek"
import { opportunityWorkView } from "@/components/sales/opportunity-work"
import { WorkHead } from "@/components/views/work-head"
import { requireStaff } from "@/lib/identity/actor"
import { cellAround } from "@/lib/platform/cell-around"
import { db } from "@/lib/platform/db"
import { readWork } from "@/lib/platform/lanes"
import { listedHref } from "@/lib/platform/list-href"
import type { SearchParams } from "@/lib/platform/list-query"
import { getPeekedOpportunity } from "@/lib/sales/opportunities/get-peeked-opportunity"
import { opportunitySource } from "@/lib/sales/opportunities/opportunity-source"
import { opportunityList } from "@/lib/sales/opportunities/views"
import { runningMaps } from "@/lib/sync/maps"
import { getOfficeCounts } from "@/lib/sync/office-counts"
import { openList } from "@/lib/views/open-list"

type OpportunitiesPageProps = { searchParams: Promise<SearchParams> }

export async function generateMetadata({ searchParams }: OpportunitiesPageProps): Promise<Metadata> {
  const staff = await requireStaff("opportunity:read")
  return { title: (await openList(opportunityList, staff, await searchParams)).title }
}

export default async function OpportunitiesPage({ searchParams }: OpportunitiesPageProps) {
  const staff = await requireStaff("opportunity:read")
  const params = await searchParams
  const list = await openList(opportunityList, staff, params)
  const now = new Date()
  const whole = () => getOfficeCounts(staff.id).then(({ opportunities }) => opportunities[list.query.view])
  const [page, peeked, { opportunities: counts }] = await Promise.all([
    readWork(opportunitySource, staff.id, list.query, now, whole),
    getPeekedOpportunity(staff, params.peek, now),
    getOfficeCounts(staff.id),
  ])
  const head = <WorkHead shape={opportunityList} {...{ list, counts }} />
  const worker = { id: staff.id, staffRole: staff.staffRole }
  const around = cellAround(staff.id, now)
  const peek = peeked && (
    <OpportunityPeek
      {...peeked}
      view={opportunityWorkView(peeked.work, { maps: await runningMaps(db), now })}
      href={listedHref(opportunityList, list.query, peeked.work.opportunity.id)}
    />
  )
  return (
    <OpportunityList
      head={head}
      title={list.title}
      query={list.query}
      {...{ page, around, worker, peek }}
      {...listBulk(staff, "opportunities", opportunityList, list.query)}
    />
  )
}
