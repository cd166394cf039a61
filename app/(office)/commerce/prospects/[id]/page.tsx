import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { assignView } from "@/components/commerce/assign-view"
import { decideView } from "@/components/commerce/decide-view"
import { DecisionStrip } from "@/components/commerce/decision-strip"
import { ProspectColumns } from "@/components/commerce/prospect-columns"
import { ProspectHead } from "@/components/commerce/prospect-head"
import { ProspectUndo } from "@/components/commerce/prospect-undo"
import { ApprovalStrip } from "@/components/shell/approval-strip"
import { BlockedAddress } from "@/components/shell/blocked-address"
import { roleRefusal } from "@/components/shell/role-refusal"
import { getLedgers } from "@/lib/commerce/ledgers"
import { listOwners } from "@/lib/commerce/owners"
import { getUndoable } from "@/lib/commerce/prospects/get-undoable"
import { getProspect, prospectNeighbours } from "@/lib/commerce/prospects/queries"
import { prospectList } from "@/lib/commerce/prospects/views"
import { getRequestSettings } from "@/lib/commerce/request-settings/queries"
import { getThread } from "@/lib/commerce/thread/queries"
import { requireStaff } from "@/lib/identity/actor"
import { may } from "@/lib/identity/permissions"
import { getBlock } from "@/lib/mail/bounces/queries"
import { env } from "@/lib/platform/env"
import type { SearchParams } from "@/lib/platform/list-query"
import { peekNumber } from "@/lib/platform/number-sequences"
import { waitingWords } from "@/lib/sales/approvals/rules"
import { foreseeAsking } from "@/lib/sync/approvals/foresee-asking"
import { getApproval } from "@/lib/sync/approvals/queries"
import { listReceipts } from "@/lib/sync/receipts"
import { getSharedOpportunity } from "@/lib/sync/shared-opportunity"
import { openQuery } from "@/lib/views/open-list"

type ProspectPageProps = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> }

export async function generateMetadata({ params }: ProspectPageProps): Promise<Metadata> {
  await requireStaff("prospect:read")
  return { title: (await getProspect((await params).id))?.companyName ?? "Not found" }
}

export default async function ProspectPage({ params, searchParams }: ProspectPageProps) {
  const staff = await requireStaff("prospect:read")
  const { id } = await params
  const prospect = await getProspect(id)
  if (!prospect) notFound()
  const asked = await searchParams
  const query = await openQuery(prospectList, staff, asked)
  const now = new Date()
  const [ledgers, step, undoable, nextHierarchy, receipts, shared, approval, owners, asks, settings, thread] = await Promise.all([
    getLedgers(id),
    prospectNeighbours(staff, query, id),
    getUndoable(id, now),
    peekNumber("hierarchy"),
    listReceipts(id),
    getSharedOpportunity(prospect),
    getApproval(staff, { prospectId: id }),
    listOwners(),
    foreseeAsking(prospect, now),
    getRequestSettings(),
    getThread(staff, id),
  ])
  const { SEND_WINDOW_SECONDS: undoSeconds } = env()
  const around = { undoSeconds, asks, reasons: settings.rejectReasons }
  const decide = decideView({ prospect, shared, nextHierarchy }, staff.staffRole, around, asked.do, approval && waitingWords(approval))
  const assign = assignView(prospect, owners, staff)
  return (
    <>
      <ProspectHead {...{ prospect, query, step, decide, assign, now }} />
      {approval && <ApprovalStrip approval={approval} />}
      {undoable && <ProspectUndo decision={undoable} staff={staff} now={now} />}
      <BlockedAddress
        block={await getBlock(prospect.email)}
        reason={roleRefusal(staff.staffRole, "mail:release", "let mail go to an address again")}
      />
      <DecisionStrip prospect={prospect} mails={ledgers.mails} />
      <ProspectColumns {...{ prospect, ledgers, receipts, thread, now }} mayRetry={may(staff.staffRole, "mail:retry")} />
    </>
  )
}
