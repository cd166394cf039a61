import type { Tx } from "@/lib/platform/db"
import { type Candidate, findCandidates } from "./find-candidates"
import type { Entry } from "./keep-entries"
import type { MatchingRules } from "./matching-rules"
import { type MatchKind, type Scored, scorePair } from "./score-pair"

/** Which records each kind is compared with. A contact and an account are a person and a company, and never the same. */
export const comparedWith: Record<MatchKind, readonly MatchKind[]> = {
  lead: ["lead", "account", "contact"],
  account: ["lead", "account"],
  contact: ["lead", "contact"],
}

export type Match = Scored & { candidate: Candidate }

/** Of one record so many matches are kept, the best. */
export const mostMatches = 20

type Around = {
  /** Candidates that are known already, by the record's id. */
  also?: ReadonlyMap<string, readonly Candidate[]>
  /** Those for whom `also` holds everybody whose name is alike, by the record's id. */
  isByKeys?: ReadonlySet<string>
  /** With which kinds it is compared, where not with all. */
  kinds?: readonly MatchKind[]
  most?: number
}

/** For each of some records of one kind: those that may be the same, best first. What somebody said is not the same is left out. */
export async function matchEntries(
  tx: Tx,
  kind: MatchKind,
  entries: readonly Entry[],
  rules: MatchingRules,
  { also, isByKeys, kinds = comparedWith[kind], most = mostMatches }: Around = {},
): Promise<Match[][]> {
  const [found, dismissed] = await Promise.all([
    findCandidates(tx, entries, kinds, isByKeys),
    also ? dismissedAmong(tx, also) : new Set<string>(),
  ])
  return entries.map((entry, at) => {
    const { candidates = [], crowded = new Set<never>() } = found[at] ?? {}
    const more = (also?.get(entry.id) ?? []).filter(({ id }) => !dismissed.has(pairKey(entry.id, id)))
    const all = new Map([...more, ...candidates].map((candidate) => [candidate.id, candidate]))
    return [...all.values()]
      .filter((candidate) => entry.isOpen || candidate.isOpen)
      .map((candidate) => ({ candidate, ...scorePair(entry, candidate, rules, crowded) }))
      .filter(({ verdict }) => verdict !== null)
      .sort((a, b) => b.score - a.score || (a.candidate.id < b.candidate.id ? -1 : 1))
      .slice(0, most)
  })
}

const pairKey = (one: string, other: string) => (one < other ? `${one} ${other}` : `${other} ${one}`)

/** Which of these pairs somebody said are not the same. */
async function dismissedAmong(tx: Tx, also: ReadonlyMap<string, readonly Candidate[]>): Promise<Set<string>> {
  const pairs = [...also].flatMap(([id, candidates]) => candidates.map((candidate) => pairKey(id, candidate.id)))
  if (pairs.length === 0) return new Set()
  const rows = await tx.$queryRaw<{ pair: string }[]>`
    select n.first_id || ' ' || n.second_id as pair from unnest(${pairs.map((pair) => pair.slice(0, 36))}::uuid[], ${pairs.map((pair) => pair.slice(37))}::uuid[]) as p (a, b)
    join sales.not_the_same n on n.first_id = p.a and n.second_id = p.b`
  return new Set(rows.map(({ pair }) => pair))
}
