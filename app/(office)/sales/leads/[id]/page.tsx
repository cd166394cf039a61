import type { Metadata } from "next"
import { canUndo } from "@/components/sales/can-undo"
import { LeadRecord } from "@/components/sales/lead-record"
import { leadCommands, leadWorkView } from "@/components/sales/lead-work"
import { Merged, mergedTitle } from "@/components/sales/merge/merged"
import { MergedStrip } from "@/components/sales/merge/merged-strip"
import { BlockedAddress } from "@/components/shell/blocked-address"
import { roleRefusal } from "@/components/shell/role-refusal"
import { requireStaff } from "@/lib/identity/actor"
import { getBlock } from "@/lib/mail/bounces/queries"
import { db } from "@/lib/platform/db"
import { readHistory } from "@/lib/platform/history"
import type { SearchParams } from "@/lib/platform/list-query"
import { getStory } from "@/lib/sales/get-story"
import { getCarriedOver } from "@/lib/sales/leads/carried-over"
import { getLeadWork } from "@/lib/sales/leads/get-lead-work"
import { getLead, leadNeighbours } from "@/lib/sales/leads/queries"
import { leadList } from "@/lib/sales/leads/views"
import { countDuplicates } from "@/lib/sales/matching/list-pairs"
import { getLeadScore } from "@/lib/sales/scoring/get-lead-score"
import { getApproval } from "@/lib/sync/approvals/queries"
import { getDesk } from "@/lib/sync/conversion/get-desk"
import { listMergedParts } from "@/lib/sync/get-merged"
import { runningMaps } from "@/lib/sync/maps"
import { partnerOfLead } from "@/lib/sync/partner-of-lead"
import { listReceipts } from "@/lib/sync/receipts"
import { openQuery } from "@/lib/views/open-list"

type LeadPageProps = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> }

export async function generateMetadata({ params }: LeadPageProps): Promise<Metadata> {
  await requireStaff("lead:read")
  const { id } = await params
  return { title: (await getLead(id))?.companyName ?? (await mergedTitle(id)) }
}

export default async function LeadPage({ params, searchParams }: LeadPageProps) {
  const staff = await requireStaff("lead:read")
  const { id } = await params
  const lead = await getLead(id)
  if (!lead) return <Merged staff={staff} kind="lead" id={id} />
  const [asked, now] = [await searchParams, new Date()]
  const query = await openQuery(leadList, staff, asked)
  const of = { leads: [lead.id], parties: [lead.account, lead.contact].flatMap((party) => party?.id ?? []) }
  const [work, story, around, maps, history, score, duplicates, receipts, carried, parts, approval] = await Promise.all([
    getLeadWork(staff, lead),
    getStory(staff, "lead", of, asked, now),
    leadNeighbours(staff, query, lead.id),
    runningMaps(db),
    readHistory({ recordId: lead.id, take: 5 }),
    getLeadScore(lead.id),
    countDuplicates(lead.id),
    listReceipts(lead.id),
    lead.state === "qualified" ? getCarriedOver(lead.id) : null,
    listMergedParts(lead.id, now),
    getApproval(staff, { leadId: lead.id }),
  ])
  const partner = await partnerOfLead(db, work.matches)
  const view = leadWorkView(work, { viewerId: staff.id, maps, desk: await getDesk(work, staff, now) })
  const command = leadCommands.find((one) => one === asked.do) ?? null
  const rights = { canUndo: canUndo(work.decision, staff, now) }
  const merged = (
    <>
      <MergedStrip kind="lead" parts={parts} />
      <BlockedAddress
        block={lead.email ? await getBlock(lead.email) : null}
        reason={roleRefusal(staff.staffRole, "mail:release", "let mail go to an address again")}
      />
    </>
  )
  return (
    <LeadRecord
      {...rights}
      {...{ work, view, query, around, story, score, approval, now, duplicates, partner, receipts, carried, merged }}
      history={history.rows}
      asked={command}
    />
  )
}
