import type { Tallied } from "./tallies"

type Belongs = (row: Tallied) => boolean
const every: Belongs = () => true

/** Adds up what was read from the tally. A line that is told by weeks or months stands there twice: by its keys, and by its stretches. */
export function sumsOf(tallied: readonly Tallied[]) {
  const of = (line: string, belongs: Belongs = every) => tallied.filter((row) => row.line === line && belongs(row))
  const sum = (rows: readonly Tallied[]): number => rows.reduce((total, { n }) => total + n, 0)
  return {
    byKey: (line: string, belongs: Belongs = every) => sum(of(line, (row) => row.bucket === null && belongs(row))),
    byStretch: (line: string, belongs: Belongs = every) => sum(of(line, (row) => row.bucket !== null && belongs(row))),
    keysOf: (line: string) => [...new Set(of(line, ({ bucket }) => bucket === null).map(({ key }) => key))],
    steps: (line: string, belongs: Belongs = every) => of(line, belongs).map(({ key, n }) => ({ step: Number(key), n })),
    names: new Map(of("name").map(({ key, status }) => [key, status])),
  }
}

export type Sums = ReturnType<typeof sumsOf>

/** Rows of one status, or of one of several. */
export const statusIs =
  (...statuses: readonly string[]): Belongs =>
  ({ status }) =>
    statuses.includes(status)
