import { Prisma, type Tx } from "@/lib/platform/db"
import { findLikenesses } from "../matching/find-likenesses"
import { likenessColumns, matchRules, policyAsked } from "../rule-sets/condition-sql"
import { likenessesIn } from "../rule-sets/likenesses-in"
import type { Rule } from "../rule-sets/rule"

/**
 * For each of some leads the places of the policies that hold for it, in their order. What they ask of matches is looked up first, and only then. Possible
 * duplicates are the list's own word while a lead is open; of one that is qualified the list says nothing any more, and it is looked up as of its arrival.
 */
export async function matchPolicies(tx: Tx, rules: readonly Rule[], leadIds: readonly string[], now: Date): Promise<Map<string, number[]>> {
  const named = likenessesIn(rules)
  if (named.length === 0 || leadIds.length === 0) return matchRules(tx, rules, leadIds, now)
  const leads = await tx.lead.findMany({ where: { id: { in: [...leadIds] } }, select: { id: true, createdAt: true, state: true } })
  const closed = leads.filter(({ state }) => state !== "open")
  const asked = named.every((likeness) => likeness === "duplicates") ? closed : leads
  const found = await findLikenesses(
    tx,
    asked.map(({ id, state, createdAt }) => ({ id, at: state === "open" ? now : createdAt })),
  )
  const twice = closed.flatMap(({ id }) => (found.duplicates.has(id) ? [id] : []))
  const among = (ids: Iterable<string>) => Prisma.sql`(l.id = any(${[...ids]}::uuid[]))`
  const columns = likenessColumns({
    duplicates: Prisma.sql`(l.has_duplicates or l.id = any(${twice}::uuid[]))`,
    likeDisqualified: among(found.likeDisqualified),
    likeKnown: among(found.likeKnown),
  })
  return matchRules(tx, rules, leadIds, now, columns, policyAsked)
}
