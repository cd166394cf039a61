import { expect, test } from "vitest"
import { calendarStretches, isCalendarStretch, stretchDays, stretchWord } from "./calendar-stretch"

test.each([
  ["this-week", "2026-11-29", "2026-11-23", "2026-11-29"],
  ["this-week", "2026-11-30", "2026-11-30", "2026-12-06"],
  ["last-week", "2027-01-01", "2026-12-21", "2026-12-27"],
  ["next-week", "2026-12-31", "2027-01-04", "2027-01-10"],
  ["this-month", "2028-02-10", "2028-02-01", "2028-02-29"],
  ["last-month", "2026-01-31", "2025-12-01", "2025-12-31"],
  ["next-month", "2026-01-31", "2026-02-01", "2026-02-28"],
  ["this-quarter", "2026-11-30", "2026-10-01", "2026-12-31"],
  ["last-quarter", "2026-02-28", "2025-10-01", "2025-12-31"],
  ["next-quarter", "2026-11-30", "2027-01-01", "2027-03-31"],
  ["this-year", "2026-11-30", "2026-01-01", "2026-12-31"],
  ["last-year", "2024-02-29", "2023-01-01", "2023-12-31"],
  ["next-year", "2026-11-30", "2027-01-01", "2027-12-31"],
] as const)("%s, seen from %s, is %s to %s", (stretch, today, first, last) => {
  expect(stretchDays(stretch, today)).toEqual([first, last])
})

test("there are twelve, each with its words, and no others", () => {
  expect(calendarStretches).toHaveLength(12)
  expect(calendarStretches.map(stretchWord).slice(3, 6)).toEqual(["last month", "this month", "next month"])
  for (const text of ["", "month", "this-day", "this-month-", "toString"]) expect(isCalendarStretch(text)).toBe(false)
})
