import type { Staff } from "@/lib/identity/actor"
import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { AppError } from "@/lib/platform/errors"
import { overtaken } from "@/lib/platform/overtaken"
import { getMatchingRules } from "./get-rules"
import { changesOf } from "./rules-changes"
import { beginSweep } from "./run-matching"
import type { ChangeMatchingRules } from "./schema"

/** By what the audit knows the matching rules, of which there is one set. */
export const matchingRulesId = "00000000-0000-7000-8000-6d6174636800"

/** Changes how records are compared, where nobody else did since the form was opened. Everything is compared anew in the background. */
export async function changeMatchingRules(ctx: Ctx & { actor: Staff }, { version, rules }: ChangeMatchingRules) {
  const { tx } = ctx
  const before = await getMatchingRules(tx)
  if (before.version !== version) throw await overtaken(ctx, matchingRulesId)
  const changes = changesOf(before.rules, rules)
  if (changes.length === 0) throw new AppError("invalid", "Nothing is different from the rules in force.")
  await tx.matchingSettings.createMany({ data: [{ id: 1, version: 1, rules: before.rules }], skipDuplicates: true })
  const { count } = await tx.matchingSettings.updateMany({ where: { id: 1, version }, data: { rules, version: { increment: 1 } } })
  if (count === 0) throw await overtaken(ctx, matchingRulesId)
  await beginSweep(ctx, version + 1)
  auditMove(ctx, {
    move: "matching.change",
    record: { kind: "matching", id: matchingRulesId, label: "Matching rules" },
    to: changes.map(({ field, to }) => `${field} ${to ?? "nothing"}`).join(", "),
    changes,
  })
  return { version: version + 1 }
}
