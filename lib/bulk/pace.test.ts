import { expect, test } from "vitest"
import { paced } from "./pace"

test.each([
  [50, 100, 200, 100],
  [150, 100, 200, 200],
  [100, 1000, 200, 100],
  [100, 3000, 200, 50],
  [1, 9000, 200, 1],
  [400, 1000, 200, 200],
])("of %i in %i ms, at most %i: the next takes %i", (atOnce, tookMs, most, next) => {
  expect(paced(atOnce, tookMs, most)).toBe(next)
})
