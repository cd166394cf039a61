import type { Tx } from "@/lib/platform/db"
import { getMatchingRules } from "./get-rules"
import { entryOf } from "./keep-entries"
import { keptPartners } from "./kept-partners"
import { type Likeness, likenesses } from "./likenesses"
import { type Match, matchEntries } from "./match-entries"
import { leadFacts } from "./read-facts"

type Asked = { id: string; at: Date }
export type Likenesses = Record<Likeness, Set<string>>

/** More than are kept: those that came later stand among them. */
const compared = 60

/**
 * Of some leads those that may be there twice, those that are likely the same as a disqualified one, and those that are likely an account or contact, whatever
 * became of them: by the rules of today, among the records that were there at their hour. What a lead became is not compared with itself, and stands for other
 * leads from the arrival of the one that it was made of.
 */
export async function findLikenesses(tx: Tx, asked: readonly Asked[]): Promise<Likenesses> {
  const found: Likenesses = { duplicates: new Set(), likeDisqualified: new Set(), likeKnown: new Set() }
  if (asked.length === 0) return found
  const ids = asked.map(({ id }) => id)
  const { rules } = await getMatchingRules(tx)
  const known = await tx.lead.findMany({ where: { id: { in: ids } }, select: { ...leadFacts, state: true } })
  const entries = known.map(({ state: _, ...lead }) => entryOf({ ...lead, kind: "lead", isOpen: true }, rules))
  // One that is closed makes no pair with others that are.
  const kept = await keptPartners(
    tx,
    known.flatMap(({ id, state }) => (state === "open" ? id : [])),
  )
  const matched = await matchEntries(tx, "lead", entries, rules, { also: kept, isByKeys: new Set(kept.keys()), most: compared })
  const others = await othersOf(tx, [...new Set(matched.flatMap((matches) => matches.map(({ candidate }) => candidate.id)))])
  const hours = new Map(asked.map(({ id, at }) => [id, at]))
  for (const [place, { id }] of entries.entries())
    for (const match of matched[place] ?? []) {
      const [other, at] = [others.get(match.candidate.id), hours.get(id)]
      if (other && at) for (const likeness of likenessesOf(match, other, { id, at })) found[likeness].add(id)
    }
  return found
}

/** A record that a lead is compared with: since when it is there itself, of which lead it was made and since when that was, and when it was disqualified. */
type Other = { since: Date; origin: { id: string; since: Date } | null; disqualifiedAt: Date | null }

function likenessesOf({ verdict, candidate }: Match, { since, origin, disqualifiedAt }: Other, { id, at }: Asked): Likeness[] {
  if (origin?.id === id) return []
  const [wasThere, isLikely] = [since < at, verdict === "certain" || verdict === "likely"]
  return likenesses.filter((likeness) => {
    if (likeness === "duplicates") return wasThere || (origin !== null && origin.since < at)
    if (likeness === "likeKnown") return isLikely && wasThere && candidate.kind !== "lead"
    return isLikely && disqualifiedAt !== null && disqualifiedAt < at
  })
}

async function othersOf(tx: Tx, ids: readonly string[]): Promise<Map<string, Other>> {
  const where = { id: { in: [...ids] } }
  const dated = { id: true, createdAt: true, originatingLead: { select: { id: true, createdAt: true } } } as const
  const leads = await tx.lead.findMany({ where, select: { id: true, createdAt: true, state: true, closedAt: true } })
  const made = [...(await tx.account.findMany({ where, select: dated })), ...(await tx.contact.findMany({ where, select: dated }))]
  return new Map<string, Other>([
    ...leads.map(({ id, createdAt: since, state, closedAt }): [string, Other] => [
      id,
      { since, origin: { id, since }, disqualifiedAt: state === "disqualified" ? closedAt : null },
    ]),
    ...made.map(({ id, createdAt: since, originatingLead: lead }): [string, Other] => [
      id,
      { since, origin: lead && { id: lead.id, since: lead.createdAt }, disqualifiedAt: null },
    ]),
  ])
}
