import { assignProspects } from "@/lib/commerce/prospects/assign-prospects"
import { getProspectToJudge, type ProspectToJudge } from "@/lib/commerce/prospects/move-prospect"
import { may } from "@/lib/identity/permissions"
import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { attempt } from "@/lib/platform/savepoint"
import { namedPolicy } from "@/lib/sales/policies/effect"
import { publishedBook } from "@/lib/sales/rule-sets/published-books"
import type { Rule } from "@/lib/sales/rule-sets/rule"
import { approveOrAsk, rejectOrAsk } from "../approvals/decide-or-ask"
import { byPolicy } from "../decider"
import { matchProspects } from "./ask-prospects"
import { type ProspectEffect, prospectPolicy } from "./kind"

type Policy = Rule<ProspectEffect>

type Came = { prospectIds: string[] }

/** Prospects came in: the policies that hold for each are carried out from above, until one decides it. Nobody publishes others meanwhile. */
export const decideProspects = (ctx: Ctx, { prospectIds }: Came) => decide(ctx, prospectIds, ["route", "approve", "reject"])

/** Their applicants confirmed the address: a policy may have waited for that. Whose they are by now is people's word. */
export const decideConfirmedProspects = (ctx: Ctx, { prospectIds }: Came) => decide(ctx, prospectIds, ["approve", "reject"])

async function decide(ctx: Ctx, prospectIds: readonly string[], deeds: readonly ProspectEffect["do"][]): Promise<void> {
  const { tx, now } = ctx
  const book = await publishedBook(tx, prospectPolicy, true)
  const rules = book?.rules.filter(({ isOn, effect }) => isOn && deeds.includes(effect.do)) ?? []
  if (!book || rules.length === 0) return
  const matched = await matchProspects(tx, rules, prospectIds, now)
  for (const [id, places] of [...matched].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    for (const rule of places.flatMap((place) => rules[place] ?? [])) {
      await carryOut(ctx, rule, book.number, id)
      if (rule.effect.do !== "route") break
    }
  }
}

/** Does what a policy says of a prospect that is still Pending. What people took back of a policy's, no policy decides again. */
async function carryOut(ctx: Ctx, rule: Policy, version: number, prospectId: string): Promise<void> {
  const prospect = await getProspectToJudge(ctx, prospectId)
  const { id, number, status } = prospect
  const acting = byPolicy(ctx, rule, version)
  const { effect } = rule
  if (status !== "pending") return
  if (effect.do === "route") return route(acting, prospect, effect.personId, namedPolicy(rule, version))
  if (await wasTakenBack(ctx, prospectId)) return
  const { refused } = await attempt(acting, async (inner) => {
    if (effect.do === "approve") await approveOrAsk(inner, { prospectId, noteToApplicant: effect.note })
    if (effect.do === "reject") await rejectOrAsk(inner, { prospectId, reason: effect.reason, noteToApplicant: effect.note })
  })
  if (refused) auditMove(acting, { move: "policy.pass", record: { kind: "prospect", id, label: number }, reason: refused.message })
}

/** Gives a prospect that nobody has to whom a policy names, while they work here and may have one. */
async function route(ctx: Ctx, { id, version, number: label, ownerId }: ProspectToJudge, personId: string, reason: string): Promise<void> {
  if (ownerId) return
  const person = await ctx.tx.person.findFirst({
    where: { id: personId, disabledAt: null },
    select: { id: true, name: true, staffRole: true },
  })
  if (person && may(person.staffRole, "prospect:assign"))
    await assignProspects(ctx, [{ id, version, label, ownerName: null, to: person }], `${reason}.`)
}

const wasTakenBack = async ({ tx }: Ctx, prospectId: string): Promise<boolean> =>
  (await tx.decision.count({ where: { prospectId, ruleId: { not: null }, undoneAt: { not: null } } })) > 0
