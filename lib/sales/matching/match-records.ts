import type { Ctx } from "@/lib/platform/context"
import type { Tx } from "@/lib/platform/db"
import { getMatchingRules, type RulesInForce } from "./get-rules"
import { type Entry, entryOf, keepEntries } from "./keep-entries"
import { partnersOf } from "./kept-partners"
import { type Match, matchEntries } from "./match-entries"
import { type Known, readFacts } from "./read-facts"
import type { MatchKind } from "./score-pair"

/** One at a time writes pairs, so that two never find the same pair from its two ends at once. */
export const lockMatching = (tx: Tx) => tx.$executeRaw`select pg_advisory_xact_lock(hashtext('sales.matching'))`

/** Compares records of one kind as they are now with everything that they may be, and keeps the pairs that were found. May be run again. */
export async function matchRecords(ctx: Ctx, kind: MatchKind, ids: readonly string[]): Promise<void> {
  const asked = [...new Set(ids)]
  if (asked.length === 0) return
  await lockMatching(ctx.tx)
  const inForce = await getMatchingRules(ctx.tx)
  const known = await readFacts(ctx.tx, kind, asked)
  const entries = await refreshEntries(ctx.tx, asked, known, inForce)
  await pairUp(ctx, kind, entries, inForce)
}

/** Writes down what records are compared by. */
export async function refreshEntries(tx: Tx, asked: readonly string[], known: readonly Known[], { rules }: RulesInForce): Promise<Entry[]> {
  const entries = known.map((one) => entryOf(one, rules))
  await keepEntries(tx, asked, entries)
  return entries
}

/** Finds the pairs of entries that are there, and keeps them. */
export async function pairUp(
  { tx, now }: Pick<Ctx, "tx" | "now">,
  kind: MatchKind,
  entries: readonly Entry[],
  { rules, version }: RulesInForce,
): Promise<number> {
  if (entries.length === 0) return 0
  const ids = entries.map(({ id }) => id)
  // They are judged anew.
  const matches = await matchEntries(tx, kind, entries, rules, { also: await partnersOf(tx, ids) })
  const pairs = entries.flatMap((entry, at) => (matches[at] ?? []).map((match) => pairOf(entry, match)))
  const once = [...new Map(pairs.map((pair) => [`${pair.first} ${pair.second}`, pair])).values()]
  once.sort((a, b) => (a.first + a.second < b.first + b.second ? -1 : 1))
  const text = JSON.stringify(once)
  await tx.$executeRaw`
    delete from sales.match_pair p
    where (p.first_id = any(${ids}::uuid[]) or p.second_id = any(${ids}::uuid[]))
      and not exists (select 1 from jsonb_to_recordset(${text}::jsonb) as d (first uuid, second uuid) where d.first = p.first_id and d.second = p.second_id)`
  await tx.$executeRaw`
    insert into sales.match_pair as p (first_id, second_id, first_kind, second_kind, score, verdict, reasons, rules_version, found_at)
    select first, second, "firstKind", "secondKind", score, verdict, reasons, ${version}, ${now}
    from jsonb_to_recordset(${text}::jsonb) as d (first uuid, second uuid, "firstKind" sales.match_kind, "secondKind" sales.match_kind, score smallint,
      verdict sales.match_verdict, reasons jsonb)
    on conflict (first_id, second_id) do update set score = excluded.score, verdict = excluded.verdict, reasons = excluded.reasons, rules_version = excluded.rules_version
    where (p.score, p.verdict, p.reasons) is distinct from (excluded.score, excluded.verdict, excluded.reasons)`
  return once.length
}

const pairOf = ({ id, kind }: Entry, { candidate, score, verdict, reasons }: Match) => {
  const isFirst = id < candidate.id
  return {
    first: isFirst ? id : candidate.id,
    second: isFirst ? candidate.id : id,
    firstKind: isFirst ? kind : candidate.kind,
    secondKind: isFirst ? candidate.kind : kind,
    score,
    verdict,
    reasons,
  }
}
