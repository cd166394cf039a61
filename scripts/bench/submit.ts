import type { Contestant } from "./in-turns"
import type { Load } from "./load"
import { hiddenFields } from "./page-source"
import { submission, writePapers } from "./papers"
import { runPgbench } from "./pgbench"
import type { Run } from "./spread"
import type { Stage } from "./stage"
import { addTickets } from "./tickets"

const atOnce = 16
const floorTransactions = 400
const measure = "submit a request"

/** Requests submitted by the form as a browser without JavaScript posts it, each another company's; beside one bare insert, and the same statements by pgbench. */
export async function submitContestants(stage: Stage, load: Load, pgbench: string | null, seconds: number): Promise<Contestant[]> {
  const { leads, product, bare } = stage
  const page = await fetch(`${product.url}/request`)
  const parts = hiddenFields(await page.text())
  if (!Object.keys(parts).some((name) => name.startsWith("$ACTION"))) throw new Error("/request has no form that works without JavaScript")
  const form = { kind: "form" as const, path: "/request", headers: { origin: product.url }, parts }
  const insert = { kind: "insert" as const, path: "/insert", headers: {} }
  const among = { measure, leads, atOnce }
  return [
    { ...among, who: "product", run: () => load.fire(product, { shot: form, connections: atOnce, seconds }) },
    { ...among, who: "bare", run: () => load.fire(bare, { shot: insert, connections: atOnce, seconds }) },
    ...(pgbench ? [{ ...among, who: "pgbench" as const, run: () => floor(pgbench, stage) }] : []),
  ]
}

async function floor(pgbench: string, { databaseUrl: url, seller }: Stage): Promise<Run> {
  await addTickets(url, floorTransactions * atOnce)
  await writePapers(url, submission, seller.id)
  const defines = { clients: atOnce, turn: -1 }
  return runPgbench(pgbench, { url, script: "submit.sql", clients: atOnce, until: { transactions: floorTransactions }, defines })
}
