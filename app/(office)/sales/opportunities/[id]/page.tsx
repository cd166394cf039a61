import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { canUndo } from "@/components/sales/can-undo"
import { OpportunityRecord } from "@/components/sales/opportunity-record"
import { opportunityWorkView } from "@/components/sales/opportunity-work"
import { requireStaff } from "@/lib/identity/actor"
import { db } from "@/lib/platform/db"
import { readHistory } from "@/lib/platform/history"
import type { SearchParams } from "@/lib/platform/list-query"
import { getCarriedOver } from "@/lib/sales/leads/carried-over"
import { getOpportunityStory, leadsTold } from "@/lib/sales/opportunities/get-opportunity-story"
import { getOpportunityWork } from "@/lib/sales/opportunities/get-opportunity-work"
import { getOpportunity, opportunityNeighbours } from "@/lib/sales/opportunities/queries"
import { opportunityList } from "@/lib/sales/opportunities/views"
import { getApproval } from "@/lib/sync/approvals/queries"
import { runningMaps } from "@/lib/sync/maps"
import { listReceipts } from "@/lib/sync/receipts"
import { openQuery } from "@/lib/views/open-list"

type OpportunityPageProps = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> }

export async function generateMetadata({ params }: OpportunityPageProps): Promise<Metadata> {
  await requireStaff("opportunity:read")
  return { title: (await getOpportunity((await params).id))?.topic ?? "Not found" }
}

export default async function OpportunityPage({ params, searchParams }: OpportunityPageProps) {
  const staff = await requireStaff("opportunity:read")
  const opportunity = await getOpportunity((await params).id)
  if (!opportunity) notFound()
  const { id } = opportunity
  const asked = await searchParams
  const query = await openQuery(opportunityList, staff, asked)
  const now = new Date()
  const [work, story, around, maps, history, receipts, carried, approval] = await Promise.all([
    getOpportunityWork(staff, opportunity),
    getOpportunityStory(staff, opportunity, asked, now),
    opportunityNeighbours(staff, query, id),
    runningMaps(db),
    readHistory({ recordId: id, take: 5 }),
    listReceipts(id),
    Promise.all(leadsTold(opportunity).map(getCarriedOver)),
    getApproval(staff, { opportunityId: id }),
  ])
  const view = opportunityWorkView(work, { maps, now })
  const rights = { canUndo: canUndo(work.decision, staff, now) }
  const told = { receipts, carried: carried.filter((one) => one !== null), history: history.rows }
  return <OpportunityRecord {...rights} {...told} {...{ work, view, query, around, story, approval, now }} viewerId={staff.id} />
}
