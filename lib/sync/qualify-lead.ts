import type { Staff } from "@/lib/identity/actor"
import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { AppError } from "@/lib/platform/errors"
import { insistOn } from "@/lib/platform/overtaken"
import { getLeadToJudge, type LeadToJudge } from "@/lib/sales/leads/get-lead-to-judge"
import { refusalToQualify } from "@/lib/sales/leads/rules"
import type { ConversionRefusal } from "./conversion/judge"
import { choiceOf } from "./conversion/read-choice"
import { type Choice, type Converted, convertLeads } from "./convert"
import { Decision } from "./decision"
import type { QualifyLead } from "./schema"

const gone: ConversionRefusal = { code: "not_found", message: "There is no such lead." }

type StaffCtx = Ctx & { actor: Staff }

/** Qualifies an open lead: account, contact and opportunities in Sales, customers in Commerce, and a receipt of all of it. */
export async function qualifyLead(ctx: StaffCtx, input: QualifyLead) {
  const lead = await getLeadToJudge(ctx.tx, input.leadId)
  await insistOn(ctx, refusalToQualify(lead, ctx.actor), lead.id)
  if (input.version !== null && input.version !== lead.version)
    throw new AppError("conflict", `${lead.companyName} was changed while you looked at it. Look at what it says now.`, {
      fields: { leadId: "Changed meanwhile" },
    })
  const [result] = await qualifyJudged(ctx, [{ lead, choice: choiceOf(input) }])
  if (result?.qualified) return result.qualified
  const { code, message, field } = result?.refusal ?? gone
  throw new AppError(code, message, field ? { fields: { [field]: message } } : {})
}

type Asked = { leadId: string; choice: Choice /** The version that was looked at; null where nobody looked. */; version: number | null }
type Qualified = Converted & { decisionId: string }
export type QualifyOutcome = { leadId: string } & (
  | { qualified: Qualified; refusal: null }
  | { qualified: null; refusal: ConversionRefusal }
)

/**
 * Qualifies many leads in one transaction, with as many statements as one; a lead that cannot be qualified is told with its reason, and
 * stands as it was. Each has a decision, an audit row and a receipt of its own. Meant for up to some hundreds at once.
 */
export async function qualifyLeads(ctx: StaffCtx, asked: readonly Asked[]): Promise<QualifyOutcome[]> {
  const rows = await ctx.tx.lead.findMany({ where: { id: { in: asked.map(({ leadId }) => leadId) } } })
  const leads = new Map(rows.map((lead) => [lead.id, lead]))
  const refusals = new Map<string, ConversionRefusal>()
  const judged: { lead: LeadToJudge; choice: Choice }[] = []
  for (const { leadId, choice, version } of asked) {
    const lead = leads.get(leadId)
    const refusal = lead ? (refusalToQualify(lead, ctx.actor) ?? refusalOfStale(lead, version)) : gone
    if (refusal) refusals.set(leadId, refusal)
    else if (lead) judged.push({ lead, choice })
  }
  const done = new Map((await qualifyJudged(ctx, judged)).map((outcome) => [outcome.leadId, outcome]))
  return asked.map(({ leadId }) => done.get(leadId) ?? { leadId, qualified: null, refusal: refusals.get(leadId) ?? gone })
}

const refusalOfStale = (lead: LeadToJudge, version: number | null): ConversionRefusal | null =>
  version === null || version === lead.version
    ? null
    : { code: "conflict", message: `${lead.companyName} was changed meanwhile. Look at what it says now.` }

async function qualifyJudged(ctx: StaffCtx, judged: readonly { lead: LeadToJudge; choice: Choice }[]): Promise<QualifyOutcome[]> {
  const conversions = judged.map(({ lead, choice }) => ({
    lead,
    choice,
    decision: new Decision("qualify", { leadId: lead.id, prospectId: lead.prospectId }),
  }))
  const outcomes = await convertLeads(ctx, conversions, ctx.actor)
  return outcomes.map(({ leadId, converted, refusal }, place) => {
    const { lead, decision } = conversions[place] ?? {}
    if (!converted || !lead || !decision) return { leadId, qualified: null, refusal: refusal ?? gone }
    decision.record(ctx)
    auditMove(ctx, {
      move: "lead.qualify",
      record: { kind: "lead", id: lead.id, label: lead.companyName },
      from: lead.statusReason,
      to: "qualified",
      changes: [{ field: "status", from: lead.statusReason, to: "qualified" }],
      others: decision.receipt.changed,
      touched: [...decision.touchedIds, converted.accountId, converted.contactId],
      decisionId: decision.id,
    })
    return { leadId, qualified: { ...converted, decisionId: decision.id }, refusal: null }
  })
}
