import { Prisma, type Tx } from "@/lib/platform/db"
import { rehearseAssignment } from "../assignment/rehearse"
import { rehearseEscalation } from "../escalation/rehearse"
import { rehearsePolicies } from "../policies/rehearse"
import { rehearseScoring } from "../scoring/rehearse"
import { arrivedMatchedSql } from "./as-arrived"
import { readBook } from "./check-book"
import type { AnyKind, RuleKind } from "./kinds"
import { publishedBooks } from "./published-books"
import { mostRehearsed, type RehearsedLead, type Rehearsing } from "./rehearsal"
import type { Book } from "./rule"
import type { RuleRun, RuleRunStep } from "./rule-run"

const rehearsals = {
  scoring: rehearseScoring,
  assignment: rehearseAssignment,
  policy: rehearsePolicies,
  escalation: rehearseEscalation,
} as unknown as Record<RuleKind, Rehearsing<unknown>>

const atOnce = 500

type Cursor = [at: string, id: string] | null
type Progress = { cursor: Cursor; found: unknown }
type Dated = { id: string; at: Date }

/** How a kind is rehearsed, whatever its rules are asked of: the next records beyond a cursor, and what is made of them. */
export type Rehearsed<Row extends Dated> = Rehearsing<unknown, Row> & {
  kind: RuleKind | AnyKind
  next: (tx: Tx, run: RuleRun, book: Book, cursor: Cursor, limit: number, now: Date) => Promise<Row[]>
}

/** Asks the rehearsed rules of the next five hundred records, the newest first, and keeps what is known so far with the run. */
export const rehearseStepOf =
  <Row extends Dated>({ kind, first, take, next }: Rehearsed<Row>): RuleRunStep =>
  async ({ tx, now }, run) => {
    const before = (run.result as Progress | null) ?? { cursor: null, found: first }
    const book = readBook(kind, run.book)
    const limit = Math.min(atOnce, mostRehearsed - run.done)
    const rows = await next(tx, run, book, before.cursor, limit, now)
    const found = await take(tx, book, before.found, rows)
    const last = rows.at(-1)
    const cursor = last ? [last.at.toISOString(), last.id] : before.cursor
    const isLast = rows.length < atOnce || run.done + rows.length >= mostRehearsed
    return { through: last?.id ?? run.through, done: rows.length, isLast, result: { cursor, found } }
  }

/** The same for the rules that are asked of leads. */
export const rehearseStep: RuleRunStep = (ctx, run) => {
  const kind = run.kind as RuleKind
  const next: Rehearsed<RehearsedLead>["next"] = async (tx, { since, startedAt }, book, cursor, limit, now) =>
    nextLeads(tx, { since, startedAt }, cursor, await matched(tx, kind, book, now), limit)
  return rehearseStepOf<RehearsedLead>({ kind, ...rehearsals[kind], next })(ctx, run)
}

async function matched(tx: Tx, kind: RuleKind, { rules }: Book, now: Date): Promise<Prisma.Sql> {
  const { scoring } = kind === "scoring" ? {} : await publishedBooks(tx, ["scoring"])
  return arrivedMatchedSql(rules, scoring, now)
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
      l.owner_name as "ownerName", l.score, ${closedBy} as "closedBy", ${matching} as matched
    from page l order by l.created_at desc, l.id desc`
}

const closedBy = Prisma.sql`case when l.state <> 'open' then coalesce((
  select case when d.rule_id is not null then 'policy' when d.kind = 'withdraw' then 'applicant' else 'person' end from platform.decision d
  where d.lead_id = l.id and d.undone_at is null and d.kind in ('qualify', 'disqualify', 'approve', 'reject', 'withdraw') order by d.at desc limit 1), 'person') end`
