import { db, Prisma } from "@/lib/platform/db"

/** Derived by triggers and folded or read anew when the worker comes round: they have tests of their own. */
const derived = /tally|_delta$|last_look|match_|score_queue|timer_todo|drift_due/

/** Every row of both stores, table by table, without its version. */
export async function wholeStores(): Promise<Record<string, unknown[]>> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    select schemaname || '.' || tablename as name from pg_tables where schemaname in ('sales', 'commerce') order by 1`
  const dump: Record<string, unknown[]> = {}
  for (const { name } of tables.filter((table) => !derived.test(table.name))) {
    const rows = await db.$queryRaw<{ row: unknown }[]>(
      Prisma.raw(`select to_jsonb(t) - 'version' as row from ${name} t order by (to_jsonb(t) - 'version')::text`),
    )
    dump[name] = rows.map(({ row }) => row)
  }
  return dump
}

/** What the dashboards add up to. */
export const tallied = () =>
  db.$queryRaw`select line, scope, bucket, key, status, sum(n)::int as n from sales.tally_live group by 1, 2, 3, 4, 5 having sum(n) <> 0 order by 1, 2, 3, 4, 5`
