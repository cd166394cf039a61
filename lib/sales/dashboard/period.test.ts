import { describe, expect, test } from "vitest"
import { dashboardHref, periodOf, readDashboardQuery, weekOf } from "./period"

const now = new Date("2026-11-22T23:30:00Z")

describe("a period", () => {
  test("is this week and those before it, from a Monday until today", () => {
    const { from, to, weeks } = periodOf(12, now)
    expect([from, to]).toEqual(["2026-08-31", "2026-11-22"])
    expect(weeks).toHaveLength(12)
    expect(weeks[0]).toEqual({ from: "2026-08-31", to: "2026-09-06" })
    expect(weeks.at(-1)).toEqual({ from: "2026-11-16", to: "2026-11-22" })
  })

  test("tells the last twelve months, the leap day included", () => {
    const { months } = periodOf(4, new Date("2028-02-29T00:00:00Z"))
    expect(months[0]).toEqual({ from: "2027-03-01", to: "2027-03-31" })
    expect(months.at(-1)).toEqual({ from: "2028-02-01", to: "2028-02-29" })
  })

  test.each([
    ["2026-11-16", "2026-11-16"],
    ["2026-11-22", "2026-11-16"],
    ["2027-01-01", "2026-12-28"],
  ])("the week of %s begins on %s", (day, monday) => {
    expect(weekOf(day)).toBe(monday)
  })
})

test("the URL says whose numbers and how many weeks; nonsense counts as not asked", () => {
  const id = "0192f3a1-7c3b-7def-8a11-0123456789ab"
  expect(readDashboardQuery({})).toEqual({ weeks: 12, of: null })
  expect(readDashboardQuery({ weeks: "26", of: id })).toEqual({ weeks: 26, of: id })
  expect(readDashboardQuery({ weeks: "13", of: "x' or 1=1" })).toEqual({ weeks: 12, of: null })
  expect(readDashboardQuery({ weeks: ["4", "12"], of: ["me"] })).toEqual({ weeks: 12, of: null })
  expect(dashboardHref({ weeks: 12, of: null })).toBe("/sales/dashboard")
  expect(dashboardHref({ weeks: 4, of: "me" })).toBe("/sales/dashboard?of=me&weeks=4")
})
