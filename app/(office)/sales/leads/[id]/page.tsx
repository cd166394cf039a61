import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { canUndo } from "@/components/sales/can-undo"
import { LeadRecord } from "@/components/sales/lead-record"
import { leadCommands, leadWorkView } from "@/components/sales/lead-work"
import { requireStaff } from "@/lib/identity/actor"
import { db } from "@/lib/platform/db"
import type { SearchParams } from "@/lib/platform/list-query"
import { getStory } from "@/lib/sales/get-story"
import { readHistory } from "@/lib/sales/history"
import { getCarriedOver } from "@/lib/sales/leads/carried-over"
import { getLeadWork } from "@/lib/sales/leads/get-lead-work"
import { getLead, leadNeighbours } from "@/lib/sales/leads/queries"
import { leadList } from "@/lib/sales/leads/views"
import { countDuplicates } from "@/lib/sales/matching/list-pairs"
import { getLeadScore } from "@/lib/sales/scoring/get-lead-score"
import { getDesk } from "@/lib/sync/conversion/get-desk"
import { runningMaps } from "@/lib/sync/maps"
import { partnerOfLead } from "@/lib/sync/partner-of-lead"
import { listReceipts } from "@/lib/sync/receipts"
import { openQuery } from "@/lib/views/open-list"

type LeadPageProps = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> }

export async function generateMetadata({ params }: LeadPageProps): Promise<Metadata> {
  await requireStaff("lead:read")
  return { title: (await getLead((await params).id))?.companyName ?? "Not found" }
}

export default async function LeadPage({ params, searchParams }: LeadPageProps) {
  const staff = await requireStaff("lead:read")
  const lead = await getLead((await params).id)
  if (!lead) notFound()
  const [asked, now] = [await searchParams, new Date()]
  const query = await openQuery(leadList, staff, asked)
  const of = { leads: [lead.id], parties: [lead.account, lead.contact].flatMap((party) => party?.id ?? []) }
  const [work, story, around, maps, history, score, duplicates, receipts, carried] = await Promise.all([
    getLeadWork(staff, lead),
    getStory(staff, "lead", of, asked, now),
    leadNeighbours(staff, query, lead.id),
    runningMaps(db),
    readHistory({ recordId: lead.id, take: 5 }),
    getLeadScore(lead.id),
    countDuplicates(lead.id),
    listReceipts(lead.id),
    lead.state === "qualified" ? getCarriedOver(lead.id) : null,
  ])
  const partner = await partnerOfLead(db, work.matches)
  const view = leadWorkView(work, { viewerId: staff.id, maps, desk: await getDesk(work, staff, now) })
  const command = leadCommands.find((one) => one === asked.do) ?? null
  const rights = { canUndo: canUndo(work.decision, staff, now) }
  return (
    <LeadRecord
      {...rights}
      {...{ work, view, query, around, story, score, now, duplicates, partner, receipts, carried }}
      history={history.rows}
      asked={command}
    />
  )
}
