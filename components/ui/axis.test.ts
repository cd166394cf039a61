import { expect, test } from "vitest"
import { axis } from "./axis"

test.each([
  [0, [0]],
  [1, [0, 1]],
  [7, [0, 2, 4, 6, 8]],
  [16, [0, 5, 10, 15, 20]],
  [138, [0, 50, 100, 150]],
  [1850, [0, 500, 1000, 1500, 2000]],
])("an axis that reaches %d has lines at %j", (most, lines) => {
  expect(axis(most)).toEqual(lines)
})

test("an axis of broken numbers has round lines too", () => {
  expect(axis(0.9, false)).toEqual([0, 0.25, 0.5, 0.75, 1])
  expect(axis(14, false)).toEqual([0, 5, 10, 15])
})
