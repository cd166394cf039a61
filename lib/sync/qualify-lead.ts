import { auditMove, type RecordRef } from "@/lib/platform/audit"
import { AppError } from "@/lib/platform/errors"
import { insistOn } from "@/lib/platform/overtaken"
import { getLeadToJudge, type LeadToJudge } from "@/lib/sales/leads/get-lead-to-judge"
import { refusalToQualify } from "@/lib/sales/leads/rules"
import { refusalOfOne } from "@/lib/sales/policies/second-person"
import { guardsFor } from "./approvals/insist-on-second"
import { changedSince } from "./changed-since"
import { type ConversionRefusal, refusalOfStale } from "./conversion/judge"
import { choiceOf } from "./conversion/read-choice"
import { type Choice, type Converted, convertLeads } from "./convert"
import type { DeciderCtx } from "./decider"
import { Decision } from "./decision"
import type { QualifyLead } from "./schema"

const refOf = ({ id, companyName }: LeadToJudge): RecordRef => ({ kind: "lead", id, label: companyName })

const gone: ConversionRefusal = { code: "not_found", message: "There is no such lead." }

/** Qualifies an open lead: account, contact and opportunities in Sales, customers in Commerce, and a receipt of all of it. */
export async function qualifyLead(ctx: DeciderCtx, input: QualifyLead) {
  const lead = await getLeadToJudge(ctx.tx, input.leadId)
  await insistOn(ctx, refusalToQualify(lead, ctx.actor), lead.id)
  const stale = refusalOfStale(input.version, lead.version, refOf(lead), "leadId")
  const [result] = stale ? [] : await qualifyJudged(ctx, [{ lead, choice: choiceOf(input) }])
  if (result?.qualified) return result.qualified
  const refusal = stale ?? result?.refusal ?? gone
  const message = (refusal.stale && (await changedSince(ctx, refusal.stale, input.seenAt))) ?? refusal.message
  throw new AppError(refusal.code, message, refusal.field ? { fields: { [refusal.field]: message } } : {})
}

/** `version` is the one that was looked at; null where nobody looked. */
type Asked = { leadId: string; choice: Choice; version: number | null }
type Qualified = Converted & { decisionId: string }
export type QualifyOutcome = { leadId: string } & (
  | { qualified: Qualified; refusal: null }
  | { qualified: null; refusal: ConversionRefusal }
)

/**
 * Qualifies many leads in one transaction, with as many statements as one; a lead that cannot be qualified is told with its reason, and
 * stands as it was. Each has a decision, an audit row and a receipt of its own. Meant for up to some hundreds at once.
 */
export async function qualifyLeads(ctx: DeciderCtx, asked: readonly Asked[]): Promise<QualifyOutcome[]> {
  const rows = await ctx.tx.lead.findMany({ where: { id: { in: asked.map(({ leadId }) => leadId) } } })
  const leads = new Map(rows.map((lead) => [lead.id, lead]))
  const refusals = new Map<string, ConversionRefusal>()
  const judged: { lead: LeadToJudge; choice: Choice }[] = []
  for (const { leadId, choice, version } of asked) {
    const lead = leads.get(leadId)
    const refusal = lead ? (refusalToQualify(lead, ctx.actor) ?? refusalOfStale(version, lead.version, refOf(lead), "leadId")) : gone
    if (refusal) refusals.set(leadId, refusal)
    else if (lead) judged.push({ lead, choice })
  }
  const done = new Map((await qualifyJudged(ctx, judged)).map((outcome) => [outcome.leadId, outcome]))
  return asked.map(({ leadId }) => done.get(leadId) ?? { leadId, qualified: null, refusal: refusals.get(leadId) ?? gone })
}

async function qualifyJudged(ctx: DeciderCtx, asked: readonly { lead: LeadToJudge; choice: Choice }[]): Promise<QualifyOutcome[]> {
  const guards = await guardsFor(
    ctx,
    ["qualify"],
    asked.map(({ lead }) => lead.id),
  )
  const judged = asked.filter(({ lead }) => !guards.has(lead.id))
  const guarded = [...guards].map(
    ([leadId, guard]): QualifyOutcome => ({ leadId, qualified: null, refusal: refusalOfOne(guard, "qualify") }),
  )
  const conversions = judged.map(({ lead, choice }) => ({
    lead,
    choice,
    decision: new Decision("qualify", { leadId: lead.id, prospectId: lead.prospectId }),
  }))
  const outcomes = await convertLeads(ctx, conversions, ctx.actor)
  const done = outcomes.map(({ leadId, converted, refusal }, place): QualifyOutcome => {
    const { lead, decision } = conversions[place] ?? {}
    if (!converted || !lead || !decision) return { leadId, qualified: null, refusal: refusal ?? gone }
    decision.record(ctx)
    auditMove(ctx, {
      move: "lead.qualify",
      record: refOf(lead),
      from: lead.statusReason,
      to: "qualified",
      changes: [{ field: "status", from: lead.statusReason, to: "qualified" }],
      others: decision.receipt.changed,
      touched: decision.namedIds,
      decisionId: decision.id,
    })
    return { leadId, qualified: { ...converted, decisionId: decision.id }, refusal: null }
  })
  return [...done, ...guarded]
}
