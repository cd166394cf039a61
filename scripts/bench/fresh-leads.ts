import { onDatabase } from "./databases"
import { roll, writeRows } from "./fill"

/** Adds open leads that nobody owns, and lists them at the places 1 to `count` in `bench.fresh_lead`. */
export async function addFreshLeads(url: string, count: number): Promise<void> {
  await onDatabase(url, async (client) => {
    const { rows } = await client.query<{ top: string }>("select last_value as top from platform.prospect_number")
    const top = Number(rows[0]?.top)
    await roll(client, { from: top + 1, to: top + count, total: top + count })
    await client.query("update bench.rolled set fate = 'new', owner_id = null, owner_name = null")
    await writeRows(client)
    await client.query("drop table if exists bench.fresh_lead")
    await client.query(`create table bench.fresh_lead as
      select row_number() over (order by n)::int as place, bench.id('lead', n, at) as lead_id, bench.id('prospect', n, at) as prospect_id, rolled.*
      from bench.rolled`)
    await client.query("alter table bench.fresh_lead add primary key (place); truncate bench.rolled; analyze bench.fresh_lead")
  })
}
