/** How many took how long, by the steps of the scale of `sales.wait_step`: eight to each doubling of the hours. */
export type Steps = readonly { step: number; n: number }[]

const stepsToDouble = 8
const hoursAt = (step: number): number => 2 ** (step / stepsToDouble) - 1

/** The hours within which a share of all was done, read off the scale: within nine per cent of the truth. Null when there was none. */
export function quantileHours(steps: Steps, share: number): number | null {
  const sorted = [...steps].filter(({ n }) => n > 0).sort((one, other) => one.step - other.step)
  const wanted = sorted.reduce((sum, { n }) => sum + n, 0) * share
  let passed = 0
  for (const { step, n } of sorted) {
    if (passed + n >= wanted) return hoursAt(step) + (hoursAt(step + 1) - hoursAt(step)) * ((wanted - passed) / n)
    passed += n
  }
  return null
}
