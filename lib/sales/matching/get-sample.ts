import { db } from "@/lib/platform/db"
import { findCandidates } from "./find-candidates"
import { getMatchingRules } from "./get-rules"
import { getSides } from "./get-sides"
import { type Entry, entryOf } from "./keep-entries"
import { comparedWith } from "./match-entries"
import type { MatchingRules } from "./matching-rules"
import { type Known, readFacts, readNewest } from "./read-facts"
import type { Sample, SamplePair, SampleSide } from "./rehearse"
import { type MatchKind, scorePair } from "./score-pair"

/** So many of the newest records of each kind are compared. */
const newest: Record<MatchKind, number> = { lead: 60, account: 20, contact: 20 }
const mostPairs = 400
/** A pair that scores less by every signal at its strongest is found by no rules that anybody would set. */
const least = 25

/** The newest records of the house with those that they share something with: what a rehearsal of changed rules runs on. Bounded, whatever the size of the house. */
export async function getSample(): Promise<Sample> {
  const { rules } = await getMatchingRules()
  const pairs: { ids: [string, string]; kinds: [MatchKind, MatchKind]; crowded: SamplePair["crowded"]; score: number }[] = []
  let records = 0
  for (const kind of ["lead", "account", "contact"] as const) {
    const entries = (await readNewest(db, kind, newest[kind])).map((known) => entryOf(known, rules))
    const found = await findCandidates(db, entries, comparedWith[kind])
    records += entries.length
    for (const [at, { candidates, crowded }] of found.entries()) {
      const entry = entries[at]
      if (entry) for (const candidate of candidates) pairs.push(pairOf(entry, candidate, strongest(rules), [...crowded]))
    }
  }
  const once = new Map(pairs.filter(({ score }) => score >= least).map((pair) => [pair.ids.toSorted().join(), pair]))
  const best = [...once.values()].sort((a, b) => b.score - a.score).slice(0, mostPairs)
  return { records, pairs: await withFacts(best) }
}

const strongest = (rules: MatchingRules): MatchingRules => ({
  ...rules,
  strengths: { taxId: 10, email: 10, domain: 10, name: 10, person: 10, phone: 10, address: 10 },
})

const pairOf = (one: Entry, other: Entry, rules: MatchingRules, crowded: SamplePair["crowded"]) => ({
  ids: [one.id, other.id] as [string, string],
  kinds: [one.kind, other.kind] as [MatchKind, MatchKind],
  crowded,
  score: scorePair(one, other, rules).reasons.reduce((sum, { points }) => sum + Math.max(0, points), 0),
})

async function withFacts(
  pairs: readonly { ids: [string, string]; kinds: [MatchKind, MatchKind]; crowded: SamplePair["crowded"] }[],
): Promise<SamplePair[]> {
  const idsOf = (kind: MatchKind) => [...new Set(pairs.flatMap(({ ids, kinds }) => ids.filter((_, at) => kinds[at] === kind)))]
  const known = (await Promise.all((["lead", "account", "contact"] as const).map((kind) => readFacts(db, kind, idsOf(kind))))).flat()
  const labels = new Map(
    (
      await getSides(
        db,
        known.map(({ id }) => id),
      )
    ).map(({ id, label }) => [id, label]),
  )
  const sides = new Map(known.map((one) => [one.id, sideOf(one, labels.get(one.id) ?? "")]))
  return pairs.flatMap(({ ids: [mine, theirs], crowded }) => {
    const [one, other] = [sides.get(mine), sides.get(theirs)]
    return one && other ? [{ one, other, crowded }] : []
  })
}

const sideOf = ({ isOpen: _, ...facts }: Known, label: string): SampleSide => ({ ...facts, label })
