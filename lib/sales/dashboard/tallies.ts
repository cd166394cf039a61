import { db, Prisma } from "@/lib/platform/db"
import { type Period, weekOf } from "./period"

/** One sum of the tally. `bucket` is a day where the line is told by weeks or months, else null; names of owners come as a line of their own, in `status`. */
export type Tallied = { line: string; bucket: string | null; key: string; status: string; n: number }

type Asked = { scope: string; period: Period; lateBefore: string; withSellers: boolean }

const byWeek = ["lead.week", "opportunity.requested"]
const byMonth = ["lead.month", "opportunity.month"]
const inPeriod = [...byWeek, "lead.country", "lead.closed", "lead.wait", "opportunity.closed", "opportunity.wait", "stage.wait"]
const standing = ["lead.view", "opportunity.view"]

function taken(lines: readonly string[], scope: string, since: string): Prisma.Sql {
  return Prisma.sql`select line, bucket, key, status, n from sales.tally_live
    where line = any(${lines}) and scope = ${scope} and bucket >= ${since}::date`
}

/**
 * Everything that the dashboard counts, in one statement. It reads the tally's lines of the period, whose number is bounded by weeks, sources and
 * countries, and never a record; so it costs the same at a million leads as at a thousand.
 */
export function readTallies({ scope, period, lateBefore, withSellers }: Asked): Promise<Tallied[]> {
  const monthsFrom = period.months[0]?.from ?? period.from
  const stretches = [
    taken(inPeriod, scope, weekOf(period.from)),
    taken(byMonth, scope, monthsFrom),
    taken(standing, scope, "1970-01-01"),
    taken(["lead.day"], scope, lateBefore),
    ...(withSellers
      ? [
          taken(["lead.owner", "opportunity.owner"], "all", "1970-01-01"),
          taken(["lead.owner-closed", "opportunity.owner-closed"], "all", weekOf(period.from)),
          taken(["lead.owner-day"], "all", lateBefore),
        ]
      : []),
  ]
  return db.$queryRaw<Tallied[]>`
    with live as materialized (${Prisma.join(stretches, " union all ")})
    select line, bucket::text, '' as key, status, sum(n)::int as n from live
    where line = any(${[...byWeek, ...byMonth]}) group by line, bucket, status having sum(n) <> 0
    union all
    select line, null, key, status, sum(n)::int from live
    where line <> all(${byMonth}) group by line, key, status having sum(n) <> 0
    union all
    select 'name', null, p.id::text, p.name, 0 from platform.person p
    where p.id in (select key::uuid from live where line like '%.owner%' and key <> 'none')`
}
