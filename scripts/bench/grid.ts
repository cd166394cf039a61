import type { Contestant } from "./in-turns"
import type { Load } from "./load"
import { canOverhear, overhear } from "./overheard"
import { runPgbench } from "./pgbench"
import type { Shot } from "./shots"
import type { Stage } from "./stage"
import { firstPageWithin, firstPage as measure } from "./targets"

/** What a browser says that goes from the list of accounts to that of leads: the office's frame stands, and the list alone is asked for. */
function comingFromAccounts() {
  const place = ["accounts", "(list)"].reduceRight<unknown[]>((within, name) => [name, { children: within }], ["__PAGE__", {}])
  const tree = ["", { children: ["(office)", { children: ["sales", { children: place }] }] }, null, null, 24]
  return { rsc: "1", "next-router-state-tree": encodeURIComponent(JSON.stringify(tree)), "next-url": "/sales/accounts" }
}

type Page = Extract<Shot, { kind: "page" }>

/** The page as that browser asks for it. Next sends whoever asks without the digest of those words to the address that has it. */
async function pageWithin(url: string, { path, headers, kind }: Page): Promise<Page> {
  const coming = { ...headers, ...comingFromAccounts() }
  const answer = await fetch(url + path, { headers: coming })
  const described = await answer.text()
  if (!described.includes('"ListGrid"') || described.includes('"OfficeShell"')) throw new Error(`${path} does not come as a list alone`)
  return { kind, path: answer.url.slice(url.length), headers: coming }
}

/** The first page of the lead grid, signed in, its count shown; beside a bare page of fifty rows, and the page's own statements by pgbench; and as it comes within the office. */
export async function gridContestants(stage: Stage, load: Load, pgbench: string | null, seconds: number): Promise<Contestant[]> {
  const { leads, product, bare, cookie, databaseUrl: url } = stage
  const page = { kind: "page" as const, path: "/sales/leads", headers: { cookie } }
  const table = { kind: "page" as const, path: "/", headers: {} }
  const html = await fetch(product.url + page.path, { headers: page.headers }).then((answer) => answer.text())
  const rows = html.match(/<tr data-id=/g)?.length
  if (rows !== 50) throw new Error(`/sales/leads shows ${rows} rows, not fifty`)
  const within = await pageWithin(product.url, page)
  const ask = () => fetch(product.url + page.path, { headers: page.headers }).then((answer) => answer.text())
  const script = pgbench && canOverhear() ? await overhear(url, `grid-${leads}`, ask) : null
  const ofNavigation = { measure: firstPageWithin, leads, atOnce: 1 }
  const navigation: Contestant[] = [
    { ...ofNavigation, who: "product", run: () => load.fire(product, { shot: within, connections: 1, seconds }) },
    { ...ofNavigation, who: "bare", run: () => load.fire(bare, { shot: table, connections: 1, seconds }) },
  ]
  const whole = [1, 8].flatMap((atOnce): Contestant[] => {
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
  return [...whole, ...navigation]
}
