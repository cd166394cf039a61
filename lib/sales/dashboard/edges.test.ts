import { describe, expect, test } from "vitest"
import { edgesOf } from "./edges"

const weeks = [
  { from: "2026-03-16", to: "2026-03-22" },
  { from: "2026-03-23", to: "2026-03-29" },
]
const shown = (zone: string) =>
  edgesOf(weeks, zone).map(
    ({ since, until, gains, loses }) => `${since.toISOString().slice(5, 16)} ${until.toISOString().slice(5, 16)} ${loses} > ${gains}`,
  )

describe("the edges of two weeks", () => {
  test("are none in UTC, and in none that is UTC on all of their days", () => {
    expect(shown("UTC")).toEqual([])
    expect(shown("Africa/Abidjan")).toEqual([])
  })

  test("east of UTC a week begins earlier, and takes from the one before; summer time moves the last of them", () => {
    expect(shown("Europe/Berlin")).toEqual([
      "03-15T23:00 03-16T00:00 null > 2026-03-16",
      "03-22T23:00 03-23T00:00 2026-03-16 > 2026-03-23",
      "03-29T22:00 03-30T00:00 2026-03-23 > 2026-03-30",
    ])
  })

  test("west of UTC it begins later, and gives to the one before", () => {
    expect(shown("America/New_York")).toEqual([
      "03-16T00:00 03-16T04:00 2026-03-16 > null",
      "03-23T00:00 03-23T04:00 2026-03-23 > 2026-03-16",
      "03-30T00:00 03-30T04:00 2026-03-30 > 2026-03-23",
    ])
  })

  test("quarters of an hour count, and the ends of the earth", () => {
    expect(shown("Asia/Kathmandu")[0]).toBe("03-15T18:15 03-16T00:00 null > 2026-03-16")
    expect(shown("Pacific/Kiritimati")[0]).toBe("03-15T10:00 03-16T00:00 null > 2026-03-16")
  })
})

test("where only one of two weeks differs from UTC, it alone has an edge", () => {
  // London puts its clocks forward on 29 March.
  expect(shown("Europe/London")).toEqual(["03-29T23:00 03-30T00:00 2026-03-23 > 2026-03-30"])
})

test("no stretches have no edges", () => {
  expect(edgesOf([], "Asia/Tokyo")).toEqual([])
})
