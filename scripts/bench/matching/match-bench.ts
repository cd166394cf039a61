import { type Figure, inTurns } from "../in-turns"
import type { BenchServer } from "../server"
import { type Reached, searchContestant } from "./search-candidates"
import { matchQuality } from "./tell-quality"

export const mostMatchMs = 50

export type Matching = { figures: readonly Figure[]; quality: string; reached: readonly { leads: number; of: Reached[] }[] }

/** Measures matching: how good its verdicts are, and how long one lead takes among few and many. */
export async function benchMatching(server: BenchServer, sizes: readonly number[], rounds: number, isFresh: boolean): Promise<Matching> {
  const searches = []
  for (const size of sizes) searches.push(await searchContestant(server, size, isFresh))
  const figures = await inTurns(searches, rounds)
  const reached = await Promise.all(searches.map(async ({ leads, reach }) => ({ leads, of: await reach() })))
  await Promise.all(searches.map((search) => search.stop()))
  return { figures, quality: matchQuality(), reached }
}

/** The figures as Markdown, each beside what it must be. */
export function matchingReport({ figures, quality, reached }: Matching): string {
  const rows = figures.map(
    ({ leads, p50, p95 }) =>
      `| ${leads.toLocaleString("en")} leads, accounts and contacts each | ${p50.toFixed(1)} | ${p95.toFixed(1)} | ≤ ${mostMatchMs} ms | ${p95 <= mostMatchMs ? "met" : "missed"} |`,
  )
  const table = [
    "| all that one lead may be, among | p50 ms | p95 ms | target p95 | verdict |",
    "| --- | ---: | ---: | --- | --- |",
    ...rows,
  ].join("\n")
  const found = reached.flatMap(({ leads, of }) =>
    of.map(
      ({ hasSlips, asked, found }) =>
        `| ${hasSlips ? "typed with slips" : "written again"} | ${leads.toLocaleString("en")} | ${asked} | ${found} |`,
    ),
  )
  const reach = ["| leads of known firms | among | asked | led to their account |", "| --- | ---: | ---: | ---: |", ...found].join("\n")
  return [quality, table, reach].join("\n\n")
}
