import { may } from "@/lib/identity/permissions"
import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import type { AppError } from "@/lib/platform/errors"
import { attempt } from "@/lib/platform/savepoint"
import { matchLead } from "@/lib/sales/accounts/match-lead"
import { ratings } from "@/lib/sales/choices"
import { assignMany } from "@/lib/sales/editing/assign-many"
import { getLeadToJudge, type LeadToJudge } from "@/lib/sales/leads/get-lead-to-judge"
import { rewriteLeads } from "@/lib/sales/leads/write-leads"
import { namedPolicy, type PolicyEffect } from "@/lib/sales/policies/effect"
import { matchPolicies } from "@/lib/sales/policies/match-policies"
import { partiesToUse } from "@/lib/sales/policies/parties-to-use"
import { publishedBooks } from "@/lib/sales/rule-sets/published-books"
import type { Rule } from "@/lib/sales/rule-sets/rule"
import { disqualifyOrAsk, qualifyOrAsk } from "../approvals/decide-or-ask"
import { byPolicy } from "../decider"
import { QualifyLead } from "../schema"

type Policy = Rule<PolicyEffect>
type Effect<Do extends PolicyEffect["do"]> = Extract<PolicyEffect, { do: Do }>

/** Leads came in: the policies that hold for each are carried out from above, until one decides it. Nobody publishes others meanwhile. */
export const decideArrived = (ctx: Ctx, { leadIds }: { leadIds: string[] }) =>
  decideByPolicies(ctx, leadIds, ["route", "qualify", "disqualify"])

/** An applicant confirmed the address: a policy may have waited for that. Who owns a lead by now, and its rating, are people's. */
export const decideConfirmed = (ctx: Ctx, { leadIds }: { leadIds: string[] }) => decideByPolicies(ctx, leadIds, ["qualify", "disqualify"])

async function decideByPolicies(ctx: Ctx, leadIds: readonly string[], deeds: readonly PolicyEffect["do"][]): Promise<void> {
  const { tx, now } = ctx
  const { policy: book } = await publishedBooks(tx, ["policy"], true)
  const rules = book?.rules.filter(({ isOn, effect }) => isOn && deeds.includes(effect.do)) ?? []
  if (!book || rules.length === 0) return
  const matched = await matchPolicies(tx, rules, leadIds, now)
  for (const [leadId, places] of [...matched].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    for (const place of places) {
      const rule = rules[place]
      if (rule && (await carryOut(ctx, rule, book.number, leadId))) break
    }
  }
}

/** Does what a policy says of a lead, locked, if it is still open; whether it is decided then, or waits for a second person. */
async function carryOut(ctx: Ctx, rule: Policy, version: number, leadId: string): Promise<boolean> {
  await ctx.tx.$executeRaw`select 1 from sales.lead where id = ${leadId}::uuid for no key update`
  const lead = await getLeadToJudge(ctx.tx, leadId)
  if (lead.state !== "open") return true
  const acting = byPolicy(ctx, rule, version)
  const { effect } = rule
  if (effect.do === "route") await route(acting, lead, effect, namedPolicy(rule, version))
  if (effect.do === "route" || effect.do === "second" || (await wasTakenBack(ctx, leadId))) return false
  const { result, refused } = await attempt(acting, (inner) =>
    effect.do === "qualify" ? qualify(inner, lead, effect) : disqualify(inner, leadId, effect),
  )
  if (refused) noteRefused(acting, lead, refused)
  return result ?? false
}

/** What people took back of a policy's, no policy decides again. */
const wasTakenBack = async ({ tx }: Ctx, leadId: string): Promise<boolean> =>
  (await tx.decision.count({ where: { leadId, ruleId: { not: null }, undoneAt: { not: null } } })) > 0

type Acting = ReturnType<typeof byPolicy>

async function qualify(ctx: Acting, lead: LeadToJudge, { match, opportunity }: Effect<"qualify">): Promise<boolean> {
  const parties = partiesToUse(await matchLead(ctx.tx, lead), match)
  if (!parties) return false
  await qualifyOrAsk(ctx, QualifyLead.parse({ leadId: lead.id, opportunity, ...parties }))
  return true
}

async function disqualify(ctx: Acting, leadId: string, { reason, comment }: Effect<"disqualify">): Promise<boolean> {
  await disqualifyOrAsk(ctx, { leadId, statusReason: reason, comment, noteToApplicant: null })
  return true
}

async function route(ctx: Acting, lead: LeadToJudge, { personId, rating }: Effect<"route">, reason: string): Promise<void> {
  const record = { kind: "lead" as const, id: lead.id, label: lead.companyName }
  let { version } = lead
  if (rating && rating !== lead.rating) {
    version = (await rewriteLeads(ctx.tx, [{ id: lead.id, version, data: { rating } }])).get(lead.id) ?? version
    const changes = [{ field: "rating", from: lead.rating, to: rating }]
    auditMove(ctx, { move: "lead.edit", record, to: `Rating ${ratings[rating]}`, changes, reason: `${reason}.` })
  }
  const person = personId && !lead.ownerId ? await ctx.tx.person.findFirst({ where: { id: personId, disabledAt: null } }) : null
  if (person && may(person.staffRole, "lead:take"))
    await assignMany(ctx, "lead", [{ id: lead.id, version, label: lead.companyName, ownerName: null, to: person }], `${reason}.`)
}

function noteRefused(ctx: Acting, { id, companyName: label }: LeadToJudge, { message }: AppError): void {
  auditMove(ctx, { move: "policy.pass", record: { kind: "lead", id, label }, reason: message })
}
