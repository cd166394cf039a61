import type { BulkAnswer, BulkWork } from "./bulk-process"
import { onDatabase } from "./databases"
import { startHelper } from "./helper-process"
import type { Contestant } from "./in-turns"
import type { Load } from "./load"
import { qualification, writePapers } from "./papers"
import { runPgbench } from "./pgbench"
import type { Stage } from "./stage"
import { addFreshLeads } from "./tickets"
import { authSecret } from "./webs"

export const bulkMeasures = {
  look: "bulk: dry run, first result",
  qualify: "bulk: qualify, leads",
  idle: "bulk: first page, no run",
  busy: "bulk: first page while a run goes on",
} as const

/** So many fresh leads a second are ready for a run that goes on while pages are asked for. */
const enoughPerSecond = 1000

/** About one lead in a hundred, whose pairs the worker keeps, as it does of all but the newest. */
const lookedAt = ["and", ["city", "contains", "vigo"], ["status", "is", "new"], ["owner", "empty"]]
const lookedView = `view=all&f=${encodeURIComponent(JSON.stringify(lookedAt))}`

async function freshLeads(url: string, count: number): Promise<string[]> {
  await addFreshLeads(url, count)
  const { rows } = await onDatabase(url, (client) => client.query<{ lead_id: string }>("select lead_id from bench.ticket order by place"))
  return rows.map((row) => row.lead_id)
}

/**
 * Runs over many leads by the product's own engine, in a process of its own as the worker is: how long one waits for the first results of a
 * dry run of 10,000 of a million, how many leads a second are qualified, beside the same statements one by one in pgbench, and what a page costs meanwhile.
 */
export function bulkContestants(
  stage: Stage,
  load: Load,
  pgbench: string | null,
  { seconds, qualified }: { seconds: number; qualified: number },
) {
  const { leads, databaseUrl: url, seller, product, cookie } = stage
  const env = { DATABASE_URL: url, AUTH_SECRET: authSecret, NODE_ENV: "production", LOG_LEVEL: "fatal" }
  const helper = startHelper<BulkWork, BulkAnswer>("bulk-process.ts", env)
  const among = { leads, who: "product" as const, atOnce: 1 }
  const page = { kind: "page" as const, path: "/sales/leads", headers: { cookie } }
  const askPages = () => load.fire(product, { shot: page, connections: 1, seconds })
  const look = () => helper.ask({ kind: "look", seller, view: lookedView })
  const prepared = async (count: number) => (await helper.ask({ kind: "prepare", seller, leadIds: await freshLeads(url, count) })).id
  const qualify = async () => helper.ask({ kind: "qualify", seller, id: await prepared(qualified), forMs: null })
  const busy = async () => {
    const id = await prepared((seconds + 1) * enoughPerSecond)
    const [run] = await Promise.all([askPages(), helper.ask({ kind: "qualify", seller, id, forMs: (seconds + 1) * 1000 })])
    return run
  }
  const floor = (binary: string) => async () => {
    await addFreshLeads(url, qualified)
    await writePapers(url, qualification, seller.id)
    const defines = { clients: 1, turn: -1, seller: seller.id }
    return runPgbench(binary, { url, script: "qualify.sql", clients: 1, until: { transactions: Math.floor(qualified / 2) }, defines })
  }
  const contestants: Contestant[] = [
    { ...among, measure: bulkMeasures.look, run: look },
    { ...among, measure: bulkMeasures.qualify, run: qualify },
    ...(pgbench ? [{ ...among, who: "pgbench" as const, measure: bulkMeasures.qualify, run: floor(pgbench) }] : []),
    { ...among, measure: bulkMeasures.idle, run: askPages },
    { ...among, measure: bulkMeasures.busy, run: busy },
  ]
  return { contestants, stop: helper.stop }
}
