import { db, Prisma } from "./db"

/** A run of somebody's own that a worker has in hand, as every page of the office shows it. */
export type RunUnderWay = {
  id: string
  title: string
  kind: string
  list: string
  state: "running" | "releasing" | "undoing"
  share: number
}

/** How far a run has come, from 0 to 1, as SQL over `r`. */
export const shareSql = Prisma.sql`case r.state when 'undoing' then (r.undone + r.kept)::float8 / greatest(r.done, 1) when 'releasing' then 1
  else r.through::float8 / greatest(r.total, 1) end`

/** Somebody's own runs that are under way, as part of another statement. */
export const runsUnderWaySql = (personId: string): Prisma.Sql => Prisma.sql`(
  select coalesce(jsonb_agg(to_jsonb(mine)), '[]') from (
    select r.id, r.title, r.kind, r.list, r.state, ${shareSql} as share from platform.bulk_run r
    where r.person_id = ${personId}::uuid and r.state in ('running', 'releasing', 'undoing') order by r.created_at limit 3) mine)`

export async function listRunsUnderWay(personId: string): Promise<RunUnderWay[]> {
  const [found] = await db.$queryRaw<{ runs: RunUnderWay[] }[]>`select ${runsUnderWaySql(personId)} as runs`
  return found?.runs ?? []
}
