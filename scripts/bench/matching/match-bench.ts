import { type Figure, inTurns } from "../in-turns"
import type { BenchServer } from "../server"
import { searchContestant } from "./search-candidates"
import { matchQuality } from "./tell-quality"

export const mostMatchMs = 50

/** Measures matching: how good its verdicts are, and how long one lead takes among few and many. */
export async function benchMatching(
  server: BenchServer,
  sizes: readonly number[],
  rounds: number,
  isFresh: boolean,
): Promise<{ figures: Figure[]; quality: string }> {
  const searches = []
  for (const size of sizes) searches.push(await searchContestant(server, size, isFresh))
  const figures = await inTurns(searches, rounds)
  await Promise.all(searches.map((search) => search.stop()))
  return { figures, quality: matchQuality() }
}

/** The figures as Markdown, each beside what it must be. */
export function matchingReport({ figures, quality }: { figures: readonly Figure[]; quality: string }): string {
  const rows = figures.map(
    ({ leads, p50, p95 }) =>
      `| ${leads.toLocaleString("en")} leads, accounts and contacts each | ${p50.toFixed(1)} | ${p95.toFixed(1)} | ≤ ${mostMatchMs} ms | ${p95 <= mostMatchMs ? "met" : "missed"} |`,
  )
  const table = [
    "| all that one lead may be, among | p50 ms | p95 ms | target p95 | verdict |",
    "| --- | ---: | ---: | --- | --- |",
    ...rows,
  ].join("\n")
  return `${quality}\n\n${table}`
}
