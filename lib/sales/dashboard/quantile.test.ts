import { expect, test } from "vitest"
import { quantileHours } from "./quantile"

const stepOf = (hours: number) => Math.min(127, Math.floor(8 * Math.log2(1 + hours)))
const stepsOf = (hours: number[]) => hours.map((one) => ({ step: stepOf(one), n: 1 }))

test("without anything done there is no median", () => {
  expect(quantileHours([], 0.5)).toBeNull()
  expect(quantileHours([{ step: 3, n: 0 }], 0.5)).toBeNull()
})

test.each([0.1, 0.25, 0.5, 0.75, 0.9])("the share %d of many waits is told within nine per cent", (share) => {
  const waits = Array.from({ length: 1000 }, (_, at) => 1 + at * 0.7)
  const exact = waits[Math.floor(share * waits.length)] ?? 0
  expect(Math.abs((quantileHours(stepsOf(waits), share) ?? 0) / exact - 1)).toBeLessThan(0.09)
})
