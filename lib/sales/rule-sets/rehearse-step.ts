import { Prisma, type Tx } from "@/lib/platform/db"
import { rehearseAssignment } from "../assignment/rehearse"
import { rehearseEscalation } from "../escalation/rehearse"
import { findLikenesses } from "../matching/find-likenesses"
import type { Likeness } from "../matching/likenesses"
import { rehearsePolicies } from "../policies/rehearse"
import { rehearseScoring } from "../scoring/rehearse"
import type { ScoringBook } from "../scoring/score-leads"
import { arrivedMatchedSql } from "./as-arrived"
import { readBook } from "./check-book"
import type { AnyKind, RuleKind } from "./kinds"
import { likenessesIn } from "./likenesses-in"
import { bookOfVersion, publishedBooks } from "./published-books"
import { mostMatched, mostRehearsed, type RehearsedLead, type Rehearsing } from "./rehearsal"
import type { Book } from "./rule"
import type { RuleRun, RuleRunStep } from "./rule-run"

const rehearsals = {
  scoring: rehearseScoring,
  assignment: rehearseAssignment,
  policy: rehearsePolicies,
  escalation: rehearseEscalation,
} as unknown as Record<RuleKind, Rehearsing<unknown>>

const atOnce = 500
/** So many where each is compared with the whole house: a piece of work ends long before its transaction has to. */
export const comparedAtOnce = 100

type Cursor = [at: string, id: string] | null
/**
 * `looked`: for how many was looked up what matched them when they came; `unknown`: for how many it was not, though a rule hangs on it. `scoring`: the version
 * of the scoring rules by which all are judged; null where none held as the rehearsal began.
 */
type Progress = { cursor: Cursor; found: unknown; looked?: number; unknown?: number; scoring?: number | null }
type Dated = { id: string; at: Date }

/** How a kind is rehearsed, whatever its rules are asked of: the next records beyond a cursor, and what is made of those of which is known which rules held. */
export type Rehearsed<Row extends Dated> = Rehearsing<unknown, Row> & {
  kind: RuleKind | AnyKind
  /** How many are asked about in one piece of work. */
  atOnce: number
  next: (tx: Tx, run: RuleRun, book: Book, cursor: Cursor, limit: number, now: Date) => Promise<Row[]>
  /** Looks up what rules hang on for some of them; `room`: for so many at most. */
  settle?: (tx: Tx, run: RuleRun, book: Book, rows: Row[], room: number, now: Date) => Promise<{ known: Row[]; looked: number }>
}

/** Asks the rehearsed rules of the next records, the newest first, and keeps what is known so far with the run. */
export const rehearseStepOf =
  <Row extends Dated>({ kind, atOnce, first, take, next, settle }: Rehearsed<Row>): RuleRunStep =>
  async ({ tx, now }, run) => {
    const before = (run.result as Progress | null) ?? { cursor: null, found: first }
    const book = readBook(kind, run.book)
    const limit = Math.min(atOnce, mostRehearsed - run.done)
    const rows = await next(tx, run, book, before.cursor, limit, now)
    const room = mostMatched - (before.looked ?? 0)
    const { known, looked } = settle ? await settle(tx, run, book, rows, room, now) : { known: rows, looked: 0 }
    const found = await take(tx, book, before.found, known)
    const sums = { looked: (before.looked ?? 0) + looked, unknown: (before.unknown ?? 0) + rows.length - known.length }
    const last = rows.at(-1)
    const cursor = last ? [last.at.toISOString(), last.id] : before.cursor
    const isLast = rows.length < atOnce || run.done + rows.length >= mostRehearsed
    return { through: last?.id ?? run.through, done: rows.length, isLast, result: { cursor, found, ...sums } }
  }

/** The same for the rules that are asked of leads. */
export const rehearseStep: RuleRunStep = async (ctx, run) => {
  const kind = run.kind as RuleKind
  const scoring = kind === "scoring" ? undefined : await scoringOf(ctx.tx, run)
  const named = kind === "escalation" ? [] : likenessesIn([...readBook(kind, run.book).rules, ...(scoring?.rules ?? [])])
  const next: Rehearsed<RehearsedLead>["next"] = (tx, { since, startedAt }, { rules }, cursor, limit, now) =>
    nextLeads(tx, { since, startedAt }, cursor, arrivedMatchedSql(rules, scoring, now), limit)
  const isCompared = kind === "policy" || named.length > 0
  const settle = named.length > 0 ? settleOf(named, scoring) : undefined
  const step = rehearseStepOf<RehearsedLead>({ kind, atOnce: isCompared ? comparedAtOnce : atOnce, ...rehearsals[kind], next, settle })
  const piece = await step(ctx, run)
  return { ...piece, result: { ...(piece.result as Progress), scoring: scoring?.number ?? null } }
}

/** The scoring rules that held when the rehearsal began: others that are published meanwhile do not judge half of it. */
async function scoringOf(tx: Tx, { result }: RuleRun) {
  const { scoring } = (result ?? {}) as Partial<Progress>
  if (scoring === undefined) return (await publishedBooks(tx, ["scoring"])).scoring
  return scoring === null ? undefined : ((await bookOfVersion(tx, "scoring", scoring)) ?? undefined)
}

const isSame = (one: readonly number[], other: readonly number[]) =>
  one.length === other.length && one.every((place, at) => place === other[at])

/** Every answer that some likenesses may have together, each as those that are so; but for that none is. */
const answersOf = ([first, ...rest]: readonly Likeness[]): Likeness[][] =>
  first ? [[first], ...answersOf(rest).flatMap((yes) => [yes, [first, ...yes]])] : []

/**
 * Where it makes a difference which rules hold, looks up what leads were like when they came: the list says that as of today, and of those that
 * were qualified since not at all. Those for which there is no room are left out, and counted.
 */
const settleOf =
  (named: readonly Likeness[], scoring: ScoringBook | undefined): Rehearsed<RehearsedLead>["settle"] =>
  async (tx, _run, { rules }, leads, room, now) => {
    const ids = leads.map(({ id }) => id)
    // What holds for one that is like nobody is known already.
    const held = new Map([["", new Map(leads.map(({ id, matched }) => [id, matched]))]])
    for (const yes of answersOf(named)) {
      const answers = Object.fromEntries(yes.map((likeness) => [likeness, Prisma.sql`true`]))
      held.set(yes.join(), await matchedOf(tx, ids, arrivedMatchedSql(rules, scoring, now, answers)))
    }
    const isOpen = ({ id, matched }: RehearsedLead) => [...held.values()].some((each) => !isSame(matched, each.get(id) ?? []))
    const asked = leads.filter(isOpen)
    const lookedUp = asked.slice(0, Math.max(0, room))
    const found = await findLikenesses(tx, lookedUp)
    const unknown = new Set(asked.slice(lookedUp.length).map(({ id }) => id))
    const isAsked = new Set(lookedUp.map(({ id }) => id))
    const heldFor = (lead: RehearsedLead) =>
      held.get(named.filter((likeness) => found[likeness].has(lead.id)).join())?.get(lead.id) ?? lead.matched
    return {
      known: leads.filter(({ id }) => !unknown.has(id)).map((lead) => (isAsked.has(lead.id) ? { ...lead, matched: heldFor(lead) } : lead)),
      looked: lookedUp.length,
    }
  }

async function matchedOf(tx: Tx, ids: readonly string[], matching: Prisma.Sql): Promise<Map<string, number[]>> {
  const rows = await tx.$queryRaw<{ id: string; matched: number[] }[]>`
    select l.id, ${matching} as matched from sales.lead l where l.id = any(${[...ids]}::uuid[])`
  return new Map(rows.map(({ id, matched }) => [id, matched]))
}

/** The leads of the rehearsed days beyond a cursor, the newest first, each with what would hold for it and who closed it. */
export function nextLeads(
  tx: Tx,
  { since, startedAt }: Pick<RuleRun, "since" | "startedAt">,
  cursor: Cursor,
  matching: Prisma.Sql,
  limit: number,
) {
  const beyond = cursor ? Prisma.sql`(l.created_at, l.id) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)` : Prisma.sql`true`
  return tx.$queryRaw<RehearsedLead[]>`
    with page as materialized (
      select l.* from sales.lead l where l.created_at >= ${since} and l.created_at <= ${startedAt} and ${beyond}
      order by l.created_at desc, l.id desc limit ${limit}
    )
    select l.id, l.created_at as at, l.company_name as label, l.state::text as state, l.status_reason::text as "statusReason", l.owner_id as "ownerId",
      l.owner_name as "ownerName", l.rating::text as rating, l.score, ${closedBy} as "closedBy", ${matching} as matched
    from page l order by l.created_at desc, l.id desc`
}

const closedBy = Prisma.sql`case when l.state <> 'open' then coalesce((
  select case when d.rule_id is not null then 'policy' when d.kind = 'withdraw' then 'applicant' else 'person' end from platform.decision d
  where d.lead_id = l.id and d.undone_at is null and d.kind in ('qualify', 'disqualify', 'approve', 'reject', 'withdraw') order by d.at desc limit 1), 'person') end`
