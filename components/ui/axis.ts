const roundSteps = [1, 2, 2.5, 3, 5, 10]

/** Where the lines of an axis stand that reaches `most`: three to six even steps of round numbers, the last one at or above it. */
export function axis(most: number, isWhole = true): number[] {
  const rough = Math.max(most, isWhole ? 1 : 0.01) / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = (roundSteps.find((one) => one * power >= rough) ?? 10) * power
  const even = isWhole ? Math.max(1, Math.ceil(step)) : step
  return Array.from({ length: Math.ceil(most / even) + 1 || 2 }, (_, at) => Number((at * even).toFixed(6)))
}
