import { onDatabase } from "./databases"
import { startHelper } from "./helper-process"
import type { Contestant } from "./in-turns"
import { qualification, writePapers } from "./papers"
import { runPgbench } from "./pgbench"
import type { Qualifications } from "./qualify-process"
import type { Run } from "./spread"
import type { Stage } from "./stage"
import { addFreshLeads } from "./tickets"
import { authSecret } from "./webs"

const atOnce = 16
const among = (stage: Stage) => ({ measure: "qualify a lead", leads: stage.leads, atOnce })

/** Whole qualifications, each of a fresh lead that nobody owns, by the product's command in a process of its own; beside the same statements by pgbench. */
export function qualifyContestants(
  stage: Stage,
  pgbench: string | null,
  count: number,
): { contestants: Contestant[]; stop(): Promise<void> } {
  const { databaseUrl: url, seller } = stage
  const helper = startHelper<Qualifications, Run>("qualify-process.ts", {
    DATABASE_URL: url,
    AUTH_SECRET: authSecret,
    NODE_ENV: "production",
    LOG_LEVEL: "fatal",
  })
  const product = async () => {
    await addFreshLeads(url, count)
    const { rows } = await onDatabase(url, (client) => client.query<{ lead_id: string }>("select lead_id from bench.ticket"))
    return helper.ask({ seller, leadIds: rows.map((row) => row.lead_id), atOnce })
  }
  const floor = (binary: string) => async () => {
    const transactions = Math.ceil((2 * count) / atOnce)
    await addFreshLeads(url, transactions * atOnce)
    await writePapers(url, qualification, seller.id)
    const defines = { clients: atOnce, turn: -1, seller: seller.id }
    return runPgbench(binary, { url, script: "qualify.sql", clients: atOnce, until: { transactions }, defines })
  }
  return {
    contestants: [
      { ...among(stage), who: "product", run: product },
      ...(pgbench ? [{ ...among(stage), who: "pgbench" as const, run: floor(pgbench) }] : []),
    ],
    stop: helper.stop,
  }
}
