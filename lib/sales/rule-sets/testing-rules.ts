import type { Staff } from "@/lib/identity/actor"
import { inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import type { Filter } from "@/lib/platform/filter"
import { newId } from "@/lib/platform/ids"
import { publishRules, saveRules } from "./change-rules"
import { type AnyKind, kindOf, type RuleKind } from "./kinds"
import type { Rule } from "./rule"

/** A rule as somebody makes it: on, and with a name of its own. */
export const aRule = <Effect>(effect: Effect, when: Filter | null = null, given: Partial<Rule> = {}): Rule<Effect> => {
  const id = newId()
  return { id, name: `Rule ${id.slice(-6)}`, isOn: true, when, effect, ...given } as Rule<Effect>
}

export const draftVersionOf = async (kind: RuleKind | AnyKind): Promise<number> =>
  (await db.ruleSet.findUnique({ where: { kind: kindOf(kind).key }, select: { draftVersion: true } }))?.draftVersion ?? 0

/** Saves rules as the draft of their kind. */
export async function save(staff: Staff, kind: RuleKind | AnyKind, rules: readonly Rule[], settings: unknown = kindOf(kind).firstSettings) {
  const draftVersion = await draftVersionOf(kind)
  return inTransaction(staff, (ctx) => saveRules({ ...ctx, actor: staff }, { kind, draftVersion, draft: { rules, settings } }))
}

/** Saves rules and publishes them; the number of the version. */
export async function publish(staff: Staff, kind: RuleKind | AnyKind, rules: readonly Rule[], settings?: unknown, now = new Date()) {
  const { draftVersion } = await save(staff, kind, rules, settings)
  return inTransaction(staff, (ctx) => publishRules({ ...ctx, actor: staff }, { kind, draftVersion }), now)
}
