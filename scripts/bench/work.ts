import { onDatabase } from "./databases"
import { startHelper } from "./helper-process"
import type { Contestant } from "./in-turns"
import type { Load } from "./load"
import { canOverhear, overhear } from "./overheard"
import { runPgbench } from "./pgbench"
import type { Run } from "./spread"
import type { Stage } from "./stage"
import { authSecret } from "./webs"
import type { Work } from "./work-process"

/** The pages of the workspace, one at a time: what each is called and where it is. */
async function pagesOf({ databaseUrl, seller }: Stage): Promise<[measure: string, path: string][]> {
  const { rows } = await onDatabase(databaseUrl, (client) =>
    client.query<{ id: string }>("select id from sales.lead where owner_id = $1 and state = 'open' order by created_at desc limit 1", [
      seller.id,
    ]),
  )
  return [
    ["page: grid", "/sales/leads"],
    ["page: grid, filtered and sorted", `/sales/leads?${new URLSearchParams({ f: '["city","contains","kiel"]', sort: "company" })}`],
    ["page: grid, searched", "/sales/leads?q=lindqvist"],
    ["page: fifty more rows", "/sales/leads/rows?sort=company"],
    ["page: record", `/sales/leads/${rows[0]?.id}`],
    ["page: dashboard", "/sales/dashboard"],
    ["palette search", "/search/hits?q=nordlicht%20pumps"],
  ]
}

/** Each page of the workspace, beside the bare page, and beside pgbench with the very statements that the page sent. */
export async function pageContestants(stage: Stage, load: Load, pgbench: string | null, seconds: number): Promise<Contestant[]> {
  const { leads, product, bare, cookie, databaseUrl: url } = stage
  const contestants: Contestant[] = []
  for (const [at, [measure, path]] of (await pagesOf(stage)).entries()) {
    const among = { measure, leads, atOnce: 1 }
    const page = { kind: "page" as const, path, headers: { cookie } }
    const ask = () => fetch(product.url + path, { headers: { cookie } }).then((answer) => answer.text())
    contestants.push({ ...among, who: "product", run: () => load.fire(product, { shot: page, connections: 1, seconds }) })
    contestants.push({
      ...among,
      who: "bare",
      run: () => load.fire(bare, { shot: { kind: "page", path: "/", headers: {} }, connections: 1, seconds }),
    })
    if (!pgbench || !canOverhear()) continue
    await ask()
    const script = await overhear(url, `page-${leads}-${at}`, ask)
    contestants.push({ ...among, who: "pgbench", run: () => runPgbench(pgbench, { url, script, clients: 1, until: { seconds } }) })
  }
  return contestants
}

/** Saves, exports and imports by the product's own commands, in a process of their own. Per second: edits saved, rows exported, rows imported. */
export function workContestants(stage: Stage, { edits, imported }: { edits: number; imported: number }) {
  const { leads, databaseUrl, seller } = stage
  const env = { DATABASE_URL: databaseUrl, AUTH_SECRET: authSecret, NODE_ENV: "production", LOG_LEVEL: "fatal" }
  const helper = startHelper<Work, Run>("work-process.ts", env)
  const among = { leads, who: "product" as const, atOnce: 1 }
  const contestants: Contestant[] = [
    { ...among, measure: "save of one edit", run: () => helper.ask({ kind: "edit", seller, count: edits }) },
    { ...among, measure: "export of every lead, CSV, rows", run: () => helper.ask({ kind: "export", seller, format: "csv" }) },
    { ...among, measure: "export of every lead, XLSX, rows", run: () => helper.ask({ kind: "export", seller, format: "xlsx" }) },
    { ...among, measure: "import of leads from CSV, rows", run: () => helper.ask({ kind: "import", seller, rows: imported }) },
  ]
  return { contestants, stop: helper.stop }
}
