import type pg from "pg"
import { onDatabase } from "./databases"
import type { Contestant } from "./in-turns"
import type { Load } from "./load"
import { canOverhear, overhear } from "./overheard"
import { runPgbench } from "./pgbench"
import type { Stage } from "./stage"
import { prospectPages } from "./targets"

/** The list's cursor for what lies beyond so many rows, as lib/platform/keyset.ts writes it. */
async function cursorAfter(client: pg.Client, rows: number): Promise<string> {
  const { rows: found } = await client.query<{ value: string; id: string }>(
    "select submitted_at::text as value, id from commerce.prospect order by submitted_at desc, id desc offset $1 limit 1",
    [rows - 1],
  )
  const [last] = found
  return Buffer.from(JSON.stringify([last?.value, last?.id, rows])).toString("base64url")
}

const list = "/commerce/prospects"
const asked = (params: Record<string, string>) => `?${new URLSearchParams(params)}`

/** The pages of All prospects, and how often each is asked for at once: the whole first page also by several. */
async function pagesOf({ databaseUrl, leads }: Stage): Promise<[measure: string, path: string, atOnce: readonly number[]][]> {
  const after = await onDatabase(databaseUrl, (client) => cursorAfter(client, leads / 2))
  const filtered = { f: '["and",["city","contains","kiel"],["decisionState","is","breached"]]', sort: "company" }
  return [
    [prospectPages.first, list, [1, 8]],
    [prospectPages.filtered, list + asked(filtered), [1]],
    [prospectPages.searched, `${list}?q=lindqvist`, [1]],
    [prospectPages.deep, list + asked({ after }), [1]],
    [prospectPages.due, `${list}?sort=decision`, [1]],
    [prospectPages.tab, `${list}?status=pending`, [1]],
    [prospectPages.counts, `${list}/rows?status=pending&count=1`, [1]],
  ]
}

/** The grid of prospects, beside a bare page of fifty of them, and beside pgbench with the very statements that each page sent. */
export async function prospectContestants(stage: Stage, load: Load, pgbench: string | null, seconds: number): Promise<Contestant[]> {
  const { leads, product, bare, cookie, databaseUrl: url } = stage
  const contestants: Contestant[] = []
  for (const [at, [measure, path, counts]] of (await pagesOf(stage)).entries()) {
    const page = { kind: "page" as const, path, headers: { cookie } }
    const floor = { kind: "page" as const, path: "/prospects", headers: {} }
    const ask = () => fetch(product.url + path, { headers: { cookie } }).then((answer) => answer.text())
    await ask()
    const script = pgbench && canOverhear() ? await overhear(url, `prospects-${leads}-${at}`, ask) : null
    for (const atOnce of counts) {
      const among = { measure, leads, atOnce }
      contestants.push({ ...among, who: "product", run: () => load.fire(product, { shot: page, connections: atOnce, seconds }) })
      contestants.push({ ...among, who: "bare", run: () => load.fire(bare, { shot: floor, connections: atOnce, seconds }) })
      if (pgbench && script)
        contestants.push({
          ...among,
          who: "pgbench",
          run: () => runPgbench(pgbench, { url, script, clients: atOnce, until: { seconds } }),
        })
    }
  }
  return contestants
}
