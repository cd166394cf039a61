import { refusalToApprove, refusalToReject } from "@/lib/commerce/prospects/rules"
import type { Tx } from "@/lib/platform/db"
import type { Refusal } from "@/lib/platform/errors"
import type { ApprovalMove } from "@/lib/sales/approvals/rules"
import { refusalToDisqualify, refusalToQualify } from "@/lib/sales/leads/rules"
import { refusalToClose } from "@/lib/sales/opportunities/rules"
import type { Worker } from "@/lib/sales/worker"

type Asked = { move: ApprovalMove; leadId: string | null; opportunityId: string | null; prospectId: string | null }

const gone: Refusal = { code: "not_found", message: "It is not there any more." }
const byId = <Row extends { id: string }>(rows: readonly Row[]) => new Map(rows.map((row) => [row.id, row]))
const owned = { id: true, state: true, ownerId: true, ownerName: true, statusReason: true } as const

/** For each of some approvals what the rule of its decision says of a person: null where they may make it. */
export async function judgeMoves(tx: Tx, approvals: readonly Asked[], worker: Worker): Promise<(Refusal | null)[]> {
  if (approvals.length === 0) return []
  const ids = (of: "leadId" | "opportunityId" | "prospectId") => ({ in: approvals.flatMap((one) => one[of] ?? []) })
  const leads = byId(await tx.lead.findMany({ where: { id: ids("leadId") }, select: owned }))
  const opportunities = byId(await tx.opportunity.findMany({ where: { id: ids("opportunityId") }, select: owned }))
  const prospects = byId(await tx.prospect.findMany({ where: { id: ids("prospectId") }, select: { id: true, status: true } }))
  return approvals.map(({ move, leadId, opportunityId, prospectId }) => {
    const [lead, opportunity, prospect] = [leads.get(leadId ?? ""), opportunities.get(opportunityId ?? ""), prospects.get(prospectId ?? "")]
    if (move === "qualify") return lead ? refusalToQualify(lead, worker) : gone
    if (move === "disqualify") return lead ? refusalToDisqualify(lead, worker) : gone
    if (move === "win" || move === "lose") return opportunity ? refusalToClose(opportunity, worker) : gone
    if (!prospect) return gone
    return move === "approve" ? refusalToApprove(prospect, worker.staffRole) : refusalToReject(prospect, worker.staffRole)
  })
}
