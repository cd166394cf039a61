import { onDatabase } from "./databases"
import { startHelper } from "./helper-process"
import type { Contestant } from "./in-turns"
import type { Load } from "./load"
import { canOverhear, overhear } from "./overheard"
import { editing, writePapers } from "./papers"
import { runPgbench } from "./pgbench"
import type { Run } from "./spread"
import type { Stage } from "./stage"
import { exportAs, importOfLeads, paletteSearch, saveOfOneEdit, searchRows } from "./targets"
import { addFreshLeads } from "./tickets"
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
    ["page: board", "/sales/leads?as=board"],
    ["page: grid in groups", "/sales/leads?group=rating&sort=company"],
    ["count: filtered", `/sales/leads/rows?${new URLSearchParams({ f: '["city","contains","kiel"]', count: "1" })}`],
    ["count: searched", "/sales/leads/rows?q=lindqvist&count=1"],
    ["count: lanes of a board", "/sales/leads/rows?as=board&count=1"],
    ["page: fifty more rows", "/sales/leads/rows?sort=company"],
    ["page: record", `/sales/leads/${rows[0]?.id}`],
    ["page: dashboard", "/sales/dashboard"],
    [paletteSearch, "/search/hits?q=nordlicht%20pumps"],
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

/** Saves, searches, exports and imports by the product's own commands, in a process of their own. */
export function workContestants(stage: Stage, pgbench: string | null, { edits, imported }: { edits: number; imported: number }) {
  const { leads, databaseUrl: url, seller } = stage
  const env = { DATABASE_URL: url, AUTH_SECRET: authSecret, NODE_ENV: "production", LOG_LEVEL: "fatal" }
  const helper = startHelper<Work, Run>("work-process.ts", env)
  const among = { leads, who: "product" as const, atOnce: 1 }
  const search = (measure: string, isCount: boolean): Contestant => ({
    ...{ ...among, measure },
    run: () => helper.ask({ kind: "search", seller, leads, isCount }),
  })
  const save = { ...among, measure: saveOfOneEdit }
  const saves: Contestant[] = [
    { ...save, run: () => helper.ask({ kind: "edit", seller, count: edits }) },
    ...(pgbench ? [{ ...save, who: "pgbench" as const, run: () => editByPgbench(pgbench, stage, edits) }] : []),
  ]
  const copied = (measure: string): Contestant => ({ ...among, measure, who: "copy", run: () => helper.ask({ kind: "copy-out", seller }) })
  const out = (measure: string, format: "csv" | "xlsx"): Contestant[] => [
    { ...among, measure, run: () => helper.ask({ kind: "export", seller, format }) },
    copied(measure),
  ]
  /** Each of its runs leaves so many leads behind. */
  const exchanges: Contestant[] = [
    ...out(exportAs.csv, "csv"),
    ...out(exportAs.xlsx, "xlsx"),
    { ...among, measure: importOfLeads, run: () => helper.ask({ kind: "import", seller, rows: imported }) },
    { ...among, measure: importOfLeads, who: "copy", run: () => helper.ask({ kind: "copy-in" }) },
  ]
  return { searches: [search(searchRows, false), search("search, the count", true)], saves, exchanges, stop: helper.stop }
}

/** The statements of an edit alone, each of a fresh lead. */
async function editByPgbench(pgbench: string, { databaseUrl: url, seller }: Stage, edits: number): Promise<Run> {
  await addFreshLeads(url, edits)
  await writePapers(url, editing, seller.id)
  return runPgbench(pgbench, { url, script: "edit.sql", clients: 1, until: { transactions: edits }, defines: { clients: 1, turn: -1 } })
}
