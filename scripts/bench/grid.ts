import type { Contestant } from "./in-turns"
import type { Load } from "./load"
import { canOverhear, overhear } from "./overheard"
import { runPgbench } from "./pgbench"
import type { Stage } from "./stage"

import { firstPage as measure } from "./targets"

/** The first page of the lead grid, signed in, its count shown; beside a bare page of fifty rows, and the page's own statements by pgbench. */
export async function gridContestants(stage: Stage, load: Load, pgbench: string | null, seconds: number): Promise<Contestant[]> {
  const { leads, product, bare, cookie, databaseUrl: url } = stage
  const page = { kind: "page" as const, path: "/sales/leads", headers: { cookie } }
  const table = { kind: "page" as const, path: "/", headers: {} }
  const html = await fetch(product.url + page.path, { headers: page.headers }).then((answer) => answer.text())
  const rows = html.match(/<tr data-id=/g)?.length
  if (rows !== 50) throw new Error(`/sales/leads shows ${rows} rows, not fifty`)
  const ask = () => fetch(product.url + page.path, { headers: page.headers }).then((answer) => answer.text())
  const script = pgbench && canOverhear() ? await overhear(url, `grid-${leads}`, ask) : null
  return [1, 8].flatMap((atOnce): Contestant[] => {
    const among = { measure, leads, atOnce }
    return [
      { ...among, who: "product", run: () => load.fire(product, { shot: page, connections: atOnce, seconds }) },
      { ...among, who: "bare", run: () => load.fire(bare, { shot: table, connections: atOnce, seconds }) },
      ...(pgbench && script
        ? [
            {
              ...among,
              who: "pgbench" as const,
              run: () => runPgbench(pgbench, { url, script, clients: atOnce, until: { seconds } }),
            },
          ]
        : []),
    ]
  })
}
