import { onDatabase } from "./databases"
import { roll, writeRows } from "./fill"

const intoTickets = `insert into bench.ticket
  select row_number() over (order by n), n, at, bench.id('lead', n, at), bench.id('prospect', n, at), email from bench.rolled`

/** Adds open leads that nobody owns, and hands out a ticket for each, at the places 1 to `count`. */
export async function addFreshLeads(url: string, count: number): Promise<void> {
  await onDatabase(url, async (client) => {
    const { rows } = await client.query<{ top: string }>("select last_value as top from platform.prospect_number")
    const top = Number(rows[0]?.top)
    await client.query("truncate bench.rolled, bench.ticket")
    await roll(client, { from: top + 1, to: top + count, total: top + count })
    await client.query("update bench.rolled set fate = 'new', at = now(), owner_id = null, owner_name = null")
    await writeRows(client)
    await client.query(intoTickets)
    await client.query("truncate bench.rolled")
    await client.query("vacuum analyze bench.ticket")
  })
}

/** Hands out tickets for requests that are yet to be submitted, numbered beyond all that was ever handed out. */
export async function addTickets(url: string, count: number): Promise<void> {
  const insert = `insert into bench.ticket select place, nextval('bench.request'), now() from generate_series(1, $1::int) as place`
  await onDatabase(url, async (client) => {
    await client.query("truncate bench.ticket")
    await client.query(insert, [count])
    await client.query("vacuum analyze bench.ticket")
  })
}
