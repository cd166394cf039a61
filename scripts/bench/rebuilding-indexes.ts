import type pg from "pg"

/** Every index of the stores that no constraint needs. */
const spare = `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
  from pg_index join pg_class on pg_class.oid = indrelid
  where relnamespace::regnamespace::text in ('sales', 'commerce', 'platform')
    and not exists (select 1 from pg_constraint where conindid = indexrelid)`

/** Does some bulk work without indexes and builds them afterwards, which takes a fraction of the time. */
export async function rebuildingIndexes(client: pg.Client, work: () => Promise<void>, onBuild: () => void): Promise<void> {
  const { rows } = await client.query<{ name: string; definition: string }>(spare)
  for (const { name } of rows) await client.query(`drop index ${name}`)
  await work()
  onBuild()
  for (const { definition } of rows) await client.query(definition)
}
