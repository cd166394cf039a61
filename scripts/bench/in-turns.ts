import { medianRun, type Run } from "./spread"

/** One of those who are compared: what is measured, among how many leads, whose figure it is, how many at once. */
export type Contestant = {
  measure: string
  leads: number
  who: "product" | "bare" | "pgbench" | "copy"
  atOnce: number
  run(): Promise<Run>
}
export type Figure = Omit<Contestant, "run"> & Run & { rounds: number }

/** Contestants in another order: those who are measured alike beside each other, since a busy machine is another one ten minutes later. */
export function besideEachOther(contestants: readonly Contestant[]): Contestant[] {
  const measures = [...new Set(contestants.map(({ measure }) => measure))]
  return measures.flatMap((measure) => contestants.filter((one) => one.measure === measure))
}

/**
 * Lets the contestants run one after the other, round after round, so that a slow minute of the machine strikes all of them.
 * A round before the first warms everything up and is not counted.
 */
export async function inTurns(contestants: readonly Contestant[], rounds: number, warmUps = 1): Promise<Figure[]> {
  const runs = contestants.map((): Run[] => [])
  for (let round = 1 - warmUps; round <= rounds; round++) {
    for (const [at, { measure, leads, who, atOnce, run }] of contestants.entries()) {
      const result = await run()
      if (round > 0) runs[at]?.push(result)
      const told = `${result.perSecond.toFixed(0)}/s, p50 ${result.p50.toFixed(1)} ms, p95 ${result.p95.toFixed(1)} ms${result.cpuMs ? `, ${result.cpuMs.toFixed(1)} ms of CPU each` : ""}`
      console.error(
        `${round < 1 ? "warm-up" : `${round}/${rounds}`} ${measure}, ${leads.toLocaleString("en")} leads, ${who}, ${atOnce} at once: ${told}`,
      )
    }
  }
  return contestants.map(({ run: _run, ...who }, at) => ({ ...who, ...medianRun(runs[at] ?? []), rounds }))
}
