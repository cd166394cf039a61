import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { canUndo } from "@/components/sales/can-undo"
import { OpportunityRecord } from "@/components/sales/opportunity-record"
import { opportunityWorkView } from "@/components/sales/opportunity-work"
import { requireStaff } from "@/lib/identity/actor"
import { may } from "@/lib/identity/permissions"
import { db } from "@/lib/platform/db"
import { env } from "@/lib/platform/env"
import { isRecordId, readListQuery, type SearchParams } from "@/lib/sales/list-query"
import { getOpportunityWork } from "@/lib/sales/opportunities/get-opportunity-work"
import { getOpportunity, opportunityNeighbours } from "@/lib/sales/opportunities/queries"
import { opportunityList } from "@/lib/sales/opportunities/views"
import { readTimeline } from "@/lib/sales/timeline"
import { runningMaps } from "@/lib/sync/maps"

type OpportunityPageProps = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> }

export const metadata: Metadata = { title: "Opportunity" }

export default async function OpportunityPage({ params, searchParams }: OpportunityPageProps) {
  const staff = await requireStaff("opportunity:read")
  const [{ id }, asked] = await Promise.all([params, searchParams])
  const opportunity = isRecordId(id) ? await getOpportunity(id) : null
  if (!opportunity) notFound()
  const query = readListQuery(opportunityList, asked)
  const now = new Date()
  const [work, story, around, maps] = await Promise.all([
    getOpportunityWork(staff, opportunity),
    readTimeline({
      opportunities: [id],
      leads: opportunity.originatingLead ? [opportunity.originatingLead.id] : [],
      parties: [opportunity.account.id, opportunity.contact.id],
    }),
    opportunityNeighbours(staff, query, id),
    runningMaps(db),
  ])
  const windowSeconds = env().SEND_WINDOW_SECONDS
  const view = opportunityWorkView(work, { doesDecide: maps.has("opportunities_prospects"), windowSeconds, now })
  const rights = { canUndo: canUndo(work.decision, staff, now), mayNote: may(staff.staffRole, "note:add") }
  return <OpportunityRecord {...rights} work={work} view={view} viewerId={staff.id} query={query} around={around} story={story} now={now} />
}
