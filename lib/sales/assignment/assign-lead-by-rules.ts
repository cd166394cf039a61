import type { Staff } from "@/lib/identity/actor"
import type { Ctx } from "@/lib/platform/context"
import { AppError } from "@/lib/platform/errors"
import { insistOn } from "@/lib/platform/overtaken"
import { getLeadToJudge } from "../leads/get-lead-to-judge"
import { refusalToAssignByRules } from "../leads/rules"
import { assignByRules, namedRule } from "./assign-by-rules"
import type { AssignLeadByRules } from "./schema"

export const noRules = "No assignment rules hold. Publish some in Settings first."

/** **Route by rules**: gives one open lead to whomever the rules say, whoever owns it. */
export async function assignLeadByRules(ctx: Ctx & { actor: Staff }, { leadId }: AssignLeadByRules) {
  const lead = await getLeadToJudge(ctx.tx, leadId)
  await insistOn(ctx, refusalToAssignByRules(lead, ctx.actor), leadId)
  const done = await assignByRules(ctx, [leadId], { isForced: true })
  if (!done) throw new AppError("conflict", noRules)
  const [outcome] = done.outcomes
  if (!outcome || outcome.is === "unmatched") throw new AppError("conflict", "No assignment rule holds for this lead. It stays as it is.")
  if (outcome.is === "passed") return { ownerName: null, isKept: true, why: outcome.why }
  return { ownerName: outcome.personName, isKept: outcome.is === "kept", why: namedRule(outcome.rule, done.version) }
}
