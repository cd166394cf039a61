import { Prisma, type Tx } from "@/lib/platform/db"
import { conditionSql, matchedSql } from "../rule-sets/condition-sql"
import type { PublishedBook } from "../rule-sets/rule"
import type { GradeThresholds, ScoringEffect } from "./effect"

export type ScoringBook = PublishedBook<ScoringEffect, GradeThresholds>

/** The points that a lead `l` gets, added up. */
export function pointsSql({ rules }: Pick<ScoringBook, "rules">, now: Date, columns?: Parameters<typeof conditionSql>[2]): Prisma.Sql {
  const sums = rules.flatMap(({ isOn, when, effect: { points } }) =>
    isOn ? [Prisma.sql`case when ${conditionSql(when, now, columns)} then ${points}::int else 0 end`] : [],
  )
  return sums.length > 0 ? Prisma.sql`(${Prisma.join(sums, " + ")})` : Prisma.sql`0`
}

export const gradeSql = (score: Prisma.Sql, { a, b, c }: GradeThresholds): Prisma.Sql =>
  Prisma.sql`(case when ${score} >= ${a}::int then 'a' when ${score} >= ${b}::int then 'b' when ${score} >= ${c}::int then 'c' else 'd' end)::sales.lead_grade`

/** Points as a score. */
export const scoreSql = (points: Prisma.Sql): Prisma.Sql => Prisma.sql`least(100, greatest(0, ${points}))`

/**
 * Scores some leads by a book, in one statement, and keeps which rules fired. The leads are written only where their score or grade differs, in
 * the order of their ids, and without another version: nobody's edit is refused because of it. Returns the leads whose score or grade changed. A book with no rule that is on takes scores away.
 */
export async function scoreLeads(tx: Tx, book: ScoringBook, leadIds: readonly string[], now: Date): Promise<string[]> {
  if (leadIds.length === 0) return []
  const ids = Prisma.sql`${[...leadIds]}::uuid[]`
  if (!book.rules.some(({ isOn }) => isOn)) return unscore(tx, ids)
  const changed = await tx.$queryRaw<{ id: string }[]>`
    with judged as materialized (
      select l.id, ${matchedSql(book.rules, now)} as fired, ${scoreSql(pointsSql(book, now))} as score from sales.lead l where l.id = any(${ids})
    ), graded as materialized (
      select id, fired, score, ${gradeSql(Prisma.sql`score`, book.settings)} as grade from judged
    ), kept as (
      insert into sales.lead_score (lead_id, score, grade, version, fired, scored_at)
      select id, score, grade, ${book.number}::int, fired, ${now} from graded order by id
      on conflict (lead_id) do update set score = excluded.score, grade = excluded.grade, version = excluded.version, fired = excluded.fired,
        scored_at = excluded.scored_at
    ), differing as materialized (
      select l.id from sales.lead l join graded g on g.id = l.id where l.score is distinct from g.score or l.grade is distinct from g.grade
      order by l.id for no key update of l
    )
    update sales.lead l set score = g.score, grade = g.grade from graded g join differing d on d.id = g.id where l.id = g.id returning l.id`
  return changed.map(({ id }) => id)
}

async function unscore(tx: Tx, ids: Prisma.Sql): Promise<string[]> {
  const changed = await tx.$queryRaw<{ id: string }[]>`
    with gone as (delete from sales.lead_score where lead_id = any(${ids}))
    update sales.lead set score = null, grade = null where id = any(${ids}) and score is not null returning id`
  return changed.map(({ id }) => id)
}
