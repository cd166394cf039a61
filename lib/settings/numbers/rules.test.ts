import { describe, expect, test } from "vitest"
import { lowestCount } from "./rules"

const versions = [
  { number: 1, format: "PRO-{number}", next: 1, reached: 1 },
  { number: 2, format: "REQ-{number}", next: 1, reached: 500 },
  { number: 3, format: "PRO-{number}", next: 600, reached: 40 },
]

describe("the lowest count", () => {
  test.each([
    ["of the format that holds is the next one", "PRO-{number}", 712],
    ["of a format that held before is where it had come to", "REQ-{number}", 40],
    ["of a new format is one", "NEW-{number}", 1],
    ["of a format with the year is one, since the year tells the numbers apart", "PRO-{year}-{number}", 1],
  ])("%s", (_, format, lowest) => {
    expect(lowestCount(format, versions, { version: 3, next: 712 })).toBe(lowest)
  })

  test("is the highest that any version of the format had come to", () => {
    expect(lowestCount("PRO-{number}", versions, { version: 3, next: 300 })).toBe(500)
  })
})
