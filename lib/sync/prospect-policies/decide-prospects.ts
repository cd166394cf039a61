import { getProspectToJudge } from "@/lib/commerce/prospects/move-prospect"
import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { attempt } from "@/lib/platform/savepoint"
import { publishedBook } from "@/lib/sales/rule-sets/published-books"
import type { Rule } from "@/lib/sales/rule-sets/rule"
import { approveOrAsk, rejectOrAsk } from "../approvals/decide-or-ask"
import { byPolicy } from "../decider"
import { matchProspects } from "./ask-prospects"
import { type ProspectEffect, prospectPolicy } from "./kind"

type Policy = Rule<ProspectEffect>

/** Prospects came in, or their applicants confirmed the address: of the policies that hold for each, the first decides it. Nobody publishes others meanwhile. */
export async function decideProspects(ctx: Ctx, { prospectIds }: { prospectIds: string[] }): Promise<void> {
  const { tx, now } = ctx
  const book = await publishedBook(tx, prospectPolicy, true)
  const rules = book?.rules.filter(({ isOn, effect }) => isOn && effect.do !== "second") ?? []
  if (!book || rules.length === 0) return
  const matched = await matchProspects(tx, rules, prospectIds, now)
  for (const [id, [first = -1]] of [...matched].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    const rule = rules[first]
    if (rule) await carryOut(ctx, rule, book.number, id)
  }
}

/** Does what a policy says of a prospect that is still Pending. What people took back of a policy's, no policy decides again. */
async function carryOut(ctx: Ctx, rule: Policy, version: number, prospectId: string): Promise<void> {
  const { id, number, status } = await getProspectToJudge(ctx, prospectId)
  if (status !== "pending" || (await wasTakenBack(ctx, prospectId))) return
  const acting = byPolicy(ctx, rule, version)
  const { effect } = rule
  const { refused } = await attempt(acting, async (inner) => {
    if (effect.do === "approve") await approveOrAsk(inner, { prospectId, noteToApplicant: effect.note })
    if (effect.do === "reject") await rejectOrAsk(inner, { prospectId, reason: effect.reason, noteToApplicant: effect.note })
  })
  if (refused) auditMove(acting, { move: "policy.pass", record: { kind: "prospect", id, label: number }, reason: refused.message })
}

const wasTakenBack = async ({ tx }: Ctx, prospectId: string): Promise<boolean> =>
  (await tx.decision.count({ where: { prospectId, ruleId: { not: null }, undoneAt: { not: null } } })) > 0
