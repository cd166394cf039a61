import { makeParties, type Party, shop } from "./credit-parties"
import type { Authorizations } from "./credit-process"
import { startHelper } from "./helper-process"
import type { Contestant } from "./in-turns"
import type { Load } from "./load"
import { runPgbench } from "./pgbench"
import type { Run } from "./spread"
import type { Stage } from "./stage"
import { authSecret } from "./webs"

const atOnce = 16
const places = 1000

export const creditMeasures = {
  hot: "authorize credit, one organization",
  many: "authorize credit, many organizations",
  hotCommand: "authorize credit, one organization, the command alone",
  manyCommand: "authorize credit, many organizations, the command alone",
}

/**
 * Authorizations at one organization, where each waits for the one before, and at a thousand: by the API as a shop asks it, by the command in a
 * process of its own, and the same statement by pgbench.
 */
export async function creditContestants(stage: Stage, load: Load, pgbench: string | null, seconds: number) {
  const { leads, databaseUrl: url, product } = stage
  const all = await makeParties(url, places)
  const env = { DATABASE_URL: url, AUTH_SECRET: authSecret, NODE_ENV: "production", LOG_LEVEL: "fatal" }
  const helper = startHelper<Authorizations, Run>("credit-process.ts", env)
  const headers = { authorization: `Bearer ${shop.key}` }
  const byApi = (parties: readonly Party[]) => () =>
    load.fire(product, {
      shot: { kind: "authorize", path: "/api/v1/credit/authorizations", headers, parties },
      connections: atOnce,
      seconds,
    })
  const byPgbench = (binary: string, count: number) => () =>
    runPgbench(binary, { url, script: "credit.sql", clients: atOnce, until: { seconds }, defines: { parties: count, shop: shop.id } })
  const compared = (byHttp: string, byCommand: string, parties: readonly Party[]): Contestant[] => {
    const among = { leads, atOnce }
    const floor = (measure: string) =>
      pgbench ? [{ ...among, measure, who: "pgbench" as const, run: byPgbench(pgbench, parties.length) }] : []
    return [
      { ...among, measure: byHttp, who: "product", run: byApi(parties) },
      ...floor(byHttp),
      { ...among, measure: byCommand, who: "product", run: () => helper.ask({ parties, atOnce, seconds }) },
      ...floor(byCommand),
    ]
  }
  return {
    contestants: [
      ...compared(creditMeasures.hot, creditMeasures.hotCommand, all.slice(0, 1)),
      ...compared(creditMeasures.many, creditMeasures.manyCommand, all),
    ],
    stop: helper.stop,
  }
}
