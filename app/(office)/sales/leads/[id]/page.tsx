import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { canUndo } from "@/components/sales/can-undo"
import { LeadRecord } from "@/components/sales/lead-record"
import { leadCommands, leadWorkView } from "@/components/sales/lead-work"
import { requireStaff } from "@/lib/identity/actor"
import { may } from "@/lib/identity/permissions"
import { db } from "@/lib/platform/db"
import { env } from "@/lib/platform/env"
import { getLeadWork } from "@/lib/sales/leads/get-lead-work"
import { getLead, leadNeighbours } from "@/lib/sales/leads/queries"
import { leadList } from "@/lib/sales/leads/views"
import { isRecordId, readListQuery, type SearchParams } from "@/lib/sales/list-query"
import { readTimeline } from "@/lib/sales/timeline"
import { runningMaps } from "@/lib/sync/maps"

type LeadPageProps = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> }

export const metadata: Metadata = { title: "Lead" }

export default async function LeadPage({ params, searchParams }: LeadPageProps) {
  const staff = await requireStaff("lead:read")
  const [{ id }, asked] = await Promise.all([params, searchParams])
  const lead = isRecordId(id) ? await getLead(id) : null
  if (!lead) notFound()
  const query = readListQuery(leadList, asked)
  const now = new Date()
  const { DECISION_TARGET_DAYS: targetDays, SEND_WINDOW_SECONDS: windowSeconds } = env()
  const [work, story, around, maps] = await Promise.all([
    getLeadWork(staff, lead),
    readTimeline({ leads: [id], parties: [lead.account, lead.contact].flatMap((party) => party?.id ?? []) }),
    leadNeighbours(staff, query, id),
    runningMaps(db),
  ])
  const view = leadWorkView(work, { viewerId: staff.id, maps, windowSeconds })
  const command = leadCommands.find((one) => one === asked.do) ?? null
  const shared = { work, view, query, around, story, now, targetDays }
  const undoable = canUndo(work.decision, staff, now)
  return <LeadRecord {...shared} asked={command} canUndo={undoable} mayNote={may(staff.staffRole, "note:add")} />
}
