import { Prisma } from "@/lib/platform/db"
import { askOften } from "@/lib/platform/statement"
import { edgesOfPeriod } from "./edges"
import { type Period, weekOf } from "./period"

/** One sum of the tally. `bucket` is a day where the line is told by weeks or months, else null; names of owners come as a line of their own, in `status`. */
export type Tallied = { line: string; bucket: string | null; key: string; status: string; n: number }

type Asked = { scope: string; period: Period; withSellers: boolean }

const byWeek = ["lead.week", "opportunity.requested"]
const byMonth = ["lead.month", "opportunity.month"]
const inPeriod = [...byWeek, "lead.country", "lead.closed", "lead.wait", "opportunity.closed", "opportunity.wait", "stage.wait"]
const standing = ["lead.view", "opportunity.view"]

type Line = { line: string; scope: string; since: string }
const always = "1970-01-01"

function asked({ scope, period, withSellers }: Asked): Line[] {
  const week = weekOf(period.from)
  const month = period.months[0]?.from ?? period.from
  const own = (lines: readonly string[], since: string) => lines.map((line) => ({ line, scope, since }))
  const sellers = (lines: readonly string[], since: string) => lines.map((line) => ({ line, scope: "all", since }))
  return [
    ...own(inPeriod, week),
    ...own(byMonth, month),
    ...own(standing, always),
    ...(withSellers
      ? [...sellers(["lead.owner", "opportunity.owner"], always), ...sellers(["lead.owner-closed", "opportunity.owner-closed"], week)]
      : []),
  ]
}

/**
 * Everything that the dashboard counts, in one statement. It reads the tally's lines of the period, whose number is bounded by weeks, sources and
 * countries, and of the records only those of the hours by which the weeks and months of a zone differ from those of UTC.
 */
export function readTallies(wanted: Asked): Promise<Tallied[]> {
  const lines = asked(wanted)
  const { scope, period } = wanted
  return askOften<Tallied>(Prisma.sql`
    with asked as materialized (
      select * from unnest(${lines.map(({ line }) => line)}::text[], ${lines.map(({ scope }) => scope)}::text[], ${lines.map(({ since }) => since)}::date[])
        as asked(line, scope, since)
    ), live as materialized (
      select line, bucket, key, status, n from asked cross join lateral (
        select bucket, key, status, n from sales.tally where tally.line = asked.line and tally.scope = asked.scope and bucket >= asked.since offset 0
      ) as folded
      union all
      select line, bucket, key, status, n from asked join sales.tally_recent using (line, scope) where bucket >= since
      union all
      select line, bucket, key, status, n from sales.moved_lines(${scope}, ${JSON.stringify(edgesOfPeriod(period))}::jsonb) as moved
        join asked using (line, scope)
    )
    select line, bucket::text, '' as key, status, sum(n)::int as n from live
    where line = any(${[...byWeek, ...byMonth]}) group by line, bucket, status having sum(n) <> 0
    union all
    select line, null, key, status, sum(n)::int from live
    where line <> all(${byMonth}) group by line, key, status having sum(n) <> 0
    union all
    select 'name', null, p.id::text, p.name, 0 from platform.person p
    where p.id in (select key::uuid from live where line like '%.owner%' and key <> 'none')`)
}
