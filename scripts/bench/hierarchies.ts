import type pg from "pg"
import { newId } from "@/lib/platform/ids"
import { onDatabase } from "./databases"
import type { Contestant } from "./in-turns"
import type { Load } from "./load"
import { canOverhear, overhear } from "./overheard"
import { runPgbench } from "./pgbench"
import type { Stage } from "./stage"

export const sideBySide = "page: 1,000 members side by side"
const members = 1000

/** A hierarchy of a thousand members, half of them with other prices than their Admin. Returns its id. */
async function aGreatHierarchy(client: pg.Client): Promise<string> {
  const [hierarchyId, organizationId] = [newId(), newId()]
  const given = [hierarchyId, organizationId, members]
  await client.query("begin")
  await client.query(
    `insert into commerce.customer (id, number, type, status, name, country, created_at)
     values ($1, 'BENCH-ORG', 'organization', 'active', 'Thousand Hands Ltd', 'PT', now())`,
    [organizationId],
  )
  await client.query(
    `insert into commerce.hierarchy (id, number, name, organization_id, channels, created_at) values ($1, 'BENCH-HIE', 'Thousand Hands Ltd', $2, '{default}', now())`,
    [hierarchyId, organizationId],
  )
  await client.query(
    `with made as (
       insert into commerce.customer (id, number, type, status, name, first_name, last_name, email, organization_id, created_at, payment_terms, price_group)
       select gen_random_uuid(), 'BENCH-' || n, 'person', 'active', 'Hand ' || n, 'Hand', n::text, 'hand' || n || '@bench.example', $2, now(),
         'N30', case when n % 2 = 0 then 'GOLD' else 'SILVER' end
       from generate_series(1, $3::int) n returning id, last_name::int as n
     )
     insert into commerce.hierarchy_member (id, hierarchy_id, customer_id, person_id, role, status, invited_at, accepted_at)
     select gen_random_uuid(), $1, id, gen_random_uuid(), (case when n = 1 then 'admin' else 'user' end)::commerce.member_role, 'active',
       now() + n * interval '1 second', now() from made`,
    given,
  )
  await client.query("commit")
  await client.query("analyze commerce.customer, commerce.hierarchy, commerce.hierarchy_member")
  return hierarchyId
}

/** The members of one hierarchy side by side, beside the bare page and beside pgbench with the very statements that the page sent. */
export async function sideBySideContestants(stage: Stage, load: Load, pgbench: string | null, seconds: number): Promise<Contestant[]> {
  const { leads, product, bare, cookie, databaseUrl: url } = stage
  const hierarchyId = await onDatabase(url, aGreatHierarchy)
  const page = { kind: "page" as const, path: `/commerce/hierarchies/${hierarchyId}/compare?section=pricing`, headers: { cookie } }
  const ask = () => fetch(product.url + page.path, { headers: page.headers }).then((answer) => answer.text())
  const html = await ask()
  if (!html.includes("Hand 1000")) throw new Error("not every member is on the side-by-side page")
  const among = { measure: sideBySide, leads, atOnce: 1 }
  const table = { kind: "page" as const, path: "/", headers: {} }
  const script = pgbench && canOverhear() ? await overhear(url, `side-by-side-${leads}`, ask) : null
  return [
    { ...among, who: "product", run: () => load.fire(product, { shot: page, connections: 1, seconds }) },
    { ...among, who: "bare", run: () => load.fire(bare, { shot: table, connections: 1, seconds }) },
    ...(pgbench && script
      ? [{ ...among, who: "pgbench" as const, run: () => runPgbench(pgbench, { url, script, clients: 1, until: { seconds } }) }]
      : []),
  ]
}
