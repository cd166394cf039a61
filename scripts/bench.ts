import { execFileSync } from "node:child_process"
import { mkdirSync } from "node:fs"
import { parseArgs } from "node:util"
import { ensureBuilds } from "./bench/builds"
import { bulkContestants } from "./bench/bulk"
import { creditContestants } from "./bench/credit"
import { gridContestants } from "./bench/grid"
import { sideBySideContestants } from "./bench/hierarchies"
import { besideEachOther, type Contestant, type Figure, inTurns } from "./bench/in-turns"
import { startLoad } from "./bench/load"
import { benchMatching, matchingReport } from "./bench/matching/match-bench"
import { findPgbench } from "./bench/pgbench"
import { prospectContestants } from "./bench/prospects"
import { qualifyContestants } from "./bench/qualify"
import { deepPageContestant, everyListContestants } from "./bench/reach"
import { asMarkdown, keepReport } from "./bench/report"
import { openServer } from "./bench/server"
import { clearStage, setStage } from "./bench/stage"
import { submitContestants } from "./bench/submit"
import type { Measured } from "./bench/targets"
import { startBare, startProduct } from "./bench/webs"
import { measureStart, weigh } from "./bench/weight"
import { pageContestants, workContestants } from "./bench/work"

const { values: asked } = parseArgs({
  options: {
    write: { type: "boolean", default: false },
    fresh: { type: "boolean", default: false },
    rounds: { type: "string", default: "3" },
    seconds: { type: "string", default: "8" },
    leads: { type: "string", default: "1000000" },
    qualifications: { type: "string", default: "800" },
    edits: { type: "string", default: "300" },
    imported: { type: "string", default: "100000" },
    qualified: { type: "string", default: "2000" },
    only: { type: "string", default: "read,page,prospects,qualify,submit,credit,work,exchange,match,bulk" },
  },
})
const [rounds, seconds, large] = [Number(asked.rounds), Number(asked.seconds), Number(asked.leads)]
const small = 1000
const isAsked = (part: string) => asked.only.split(",").includes(part)

mkdirSync(".data/bench", { recursive: true })
const pgbench = findPgbench()
if (!pgbench) console.error("pgbench is not installed (Debian: postgresql-contrib); everything else is measured without it.")

const server = await openServer()

async function measure(): Promise<Measured> {
  await ensureBuilds()
  const load = startLoad()
  const little = await setStage(server, small, asked.fresh)
  const great = await setStage(server, large, asked.fresh)
  const stages = [little, great]
  const works = stages.map((stage) => workContestants(stage, pgbench, { edits: Number(asked.edits), imported: Number(asked.imported) }))
  const bulk = { seconds, qualified: Number(asked.qualified) }
  const bulks = stages.map((stage) => bulkContestants(stage, load, pgbench, bulk))
  const qualifiers = stages.map((stage) => qualifyContestants(stage, pgbench, Number(asked.qualifications)))
  // Reads first: the databases are then of the size that the table says.
  const weights = [await weigh(great, "/request"), await weigh(great, "/sales/leads")]
  const grids: Contestant[] = []
  const pages: Contestant[] = []
  const prospects: Contestant[] = []
  for (const stage of stages) {
    if (isAsked("read")) grids.push(...(await gridContestants(stage, load, pgbench, seconds)))
    if (isAsked("page"))
      pages.push(
        ...(await pageContestants(stage, load, pgbench, Math.min(seconds, 4))),
        ...(await sideBySideContestants(stage, load, pgbench, Math.min(seconds, 4))),
      )
    if (isAsked("prospects")) prospects.push(...(await prospectContestants(stage, load, pgbench, Math.min(seconds, 4))))
  }
  const reach = [
    await deepPageContestant(great, load, seconds),
    ...everyListContestants(great, load),
    ...works.flatMap(({ searches }) => searches),
  ]
  const submits = await Promise.all(stages.map((stage) => submitContestants(stage, load, pgbench, seconds)))
  const credits = isAsked("credit") ? [await creditContestants(great, load, pgbench, seconds)] : []
  const turns = {
    read: [...grids, ...reach],
    page: pages,
    prospects,
    qualify: qualifiers.flatMap(({ contestants }) => contestants),
    submit: submits.flat(),
    credit: credits.flatMap(({ contestants }) => contestants),
    work: works.flatMap(({ saves }) => saves),
    bulk: bulks.flatMap(({ contestants }) => contestants),
    exchange: works.at(-1)?.exchanges ?? [],
  }
  const figures: Figure[] = []
  // A million rows out and a hundred thousand in take as long as many rounds of anything else: once is enough.
  for (const [part, contestants] of Object.entries(turns)) {
    if (isAsked(part))
      figures.push(...(await (part === "exchange" ? inTurns(contestants, 1, 0) : inTurns(besideEachOther(contestants), rounds))))
  }
  await Promise.all([
    load.stop(),
    ...[...qualifiers, ...works, ...bulks, ...credits].map((helper) => helper.stop()),
    ...stages.map(clearStage),
  ])
  const atRest = { product: await measureStart(startProduct, little.databaseUrl), bare: await measureStart(startBare, little.databaseUrl) }
  return { small, large, figures, weights, atRest }
}

const matching = isAsked("match") ? await benchMatching(server, [small, large], rounds, asked.fresh) : null
const told = matching ? matchingReport(matching) : ""
if (asked.only === "match") {
  await server.stop()
  console.log(`\n${told}`)
  process.exit(0)
}
const measured = await measure().finally(() => server.stop())
const markdown = `${asMarkdown(measured, {
  server: server.version,
  settings: server.settings,
  pgbench: pgbench && (execFileSync(pgbench, ["--version"], { encoding: "utf8" }).match(/[\d.]+/)?.[0] ?? null),
  method: `Medians of ${rounds} rounds taken in turn, ${seconds} s each.`,
})}\n\n${told}`
console.log(`\n${markdown}`)
if (asked.write) keepReport(markdown)
process.exit(0)
