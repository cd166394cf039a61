import { db } from "@/lib/platform/db"
import { getMatchingRules } from "./get-rules"
import { getSides, type SideView } from "./get-sides"
import { entryOf } from "./keep-entries"
import { matchEntries } from "./match-entries"
import { readFacts } from "./read-facts"
import { reasonWords } from "./reason-words"
import type { MatchKind } from "./score-pair"

/** A record that may be the same as another, with the reasons in words. */
export type Twin = { id: string; title: string; sub: string; reasons: string[] }

const atMost = 8

/** The records of a kind that one of them may be merged with, the surest first. What was said not to be the same is left out, and of leads those that are closed. */
export async function findTwins(kind: MatchKind, id: string): Promise<Twin[]> {
  const [{ rules }, [known]] = await Promise.all([getMatchingRules(), readFacts(db, kind, [id])])
  if (!known) return []
  const [matches = []] = await matchEntries(db, kind, [entryOf(known, rules)], rules, { kinds: [kind], most: 2 * atMost })
  const open = matches.filter(({ candidate }) => candidate.isOpen).slice(0, atMost)
  const sides = await getSides(
    db,
    open.map(({ candidate }) => candidate.id),
  )
  const byId = new Map(sides.map((side) => [side.id, side]))
  return open.flatMap(({ candidate, reasons }) => {
    const side = byId.get(candidate.id)
    const told = reasons.filter(({ points }) => points > 0)
    return side ? [{ id: side.id, title: side.label, sub: subOf(side), reasons: told.map(reasonWords) }] : []
  })
}

function subOf({ kind, personName, companyName, email, city, number }: SideView): string {
  const parts = { lead: [personName, email, number], account: [city, number], contact: [companyName, email] }[kind]
  return parts.filter(Boolean).join(" · ")
}
