/** Answers per second, their times in milliseconds, and the processor time that the server's process spent on each, where that is known. */
export type Run = { perSecond: number; p50: number; p95: number; cpuMs?: number }

/** The value below which a share of the values lies; the values in any order. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** The middle value, or the mean of the two middle ones. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  return ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2
}

/** A run from the times of its answers, in milliseconds, and how long all of it took. */
export const runOf = (timesMs: readonly number[], tookMs: number): Run => ({
  perSecond: (timesMs.length / tookMs) * 1000,
  p50: quantile(timesMs, 0.5),
  p95: quantile(timesMs, 0.95),
})

/** The medians of several runs. */
export const medianRun = (runs: readonly Run[]): Run => ({
  perSecond: median(runs.map((run) => run.perSecond)),
  p50: median(runs.map((run) => run.p50)),
  p95: median(runs.map((run) => run.p95)),
  cpuMs: median(runs.map((run) => run.cpuMs ?? Number.NaN)),
})
