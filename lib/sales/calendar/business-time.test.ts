import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { addWorkingMs, type Hours, isDay, isWorkingAt, type WeekSpan, wallDate, workingDayMs, workingMsBetween } from "./business-time"

const hour = 3_600_000
const nineToFive: WeekSpan[] = [1, 2, 3, 4, 5].map((day) => [day, 540, 1020])
const office = (timeZone: string, more: Partial<Hours> = {}): Hours => ({ timeZone, week: nineToFive, holidays: [], ...more })
const copenhagen = office("Europe/Copenhagen")
const at = (text: string) => new Date(text)
const later = (hours: Hours, from: string, work: number) => addWorkingMs(hours, at(from), work * hour).toISOString()
const between = (hours: Hours, from: string, to: string) => workingMsBetween(hours, at(from), at(to)) / hour

describe("in an office that works from nine to five", () => {
  test("work goes on the next morning, and on Monday after a weekend", () => {
    expect(later(copenhagen, "2026-11-26T14:00Z", 3)).toBe("2026-11-27T09:00:00.000Z")
    expect(later(copenhagen, "2026-11-27T15:30Z", 1)).toBe("2026-11-30T08:30:00.000Z")
    expect(later(copenhagen, "2026-11-28T12:00Z", 8)).toBe("2026-11-30T16:00:00.000Z")
  })

  test("what ends with the day ends that day, not the next morning", () => {
    expect(later(copenhagen, "2026-11-26T08:00Z", 8)).toBe("2026-11-26T16:00:00.000Z")
  })

  test("none is at once, at night too", () => {
    expect(later(copenhagen, "2026-11-28T03:00Z", 0)).toBe("2026-11-28T03:00:00.000Z")
  })

  test("a night and a weekend have no work; backwards there is none", () => {
    expect(between(copenhagen, "2026-11-27T16:00Z", "2026-11-30T08:00Z")).toBe(0)
    expect(between(copenhagen, "2026-11-26T08:00Z", "2026-11-30T09:00Z")).toBe(17)
    expect(between(copenhagen, "2026-11-30T09:00Z", "2026-11-26T08:00Z")).toBe(0)
  })

  test("one is at work from the first minute to before the last", () => {
    expect(isWorkingAt(copenhagen, at("2026-11-30T08:00Z"))).toBe(true)
    expect(isWorkingAt(copenhagen, at("2026-11-30T16:00Z"))).toBe(false)
    expect(isWorkingAt(copenhagen, at("2026-11-29T10:00Z"))).toBe(false)
  })
})

describe("when the clocks change", () => {
  test("nine in the morning stays nine in the morning", () => {
    expect(later(copenhagen, "2026-03-27T15:00Z", 2)).toBe("2026-03-30T08:00:00.000Z")
    expect(later(copenhagen, "2026-10-23T14:00Z", 2)).toBe("2026-10-26T09:00:00.000Z")
  })

  const always: Hours = { timeZone: "Europe/Copenhagen", week: [1, 2, 3, 4, 5, 6, 7].map((day) => [day, 0, 1440]), holidays: [] }
  test("a day in spring has 23 hours, one in autumn 25", () => {
    expect(between(always, "2026-03-28T23:00Z", "2026-03-29T22:00Z")).toBe(23)
    expect(between(always, "2026-10-24T22:00Z", "2026-10-25T23:00Z")).toBe(25)
  })

  test("an hour that is skipped is no work; one that is shown twice is worked twice", () => {
    const night: Hours = { timeZone: "Europe/Copenhagen", week: [[7, 120, 180]], holidays: [] }
    expect(between(night, "2026-03-28T00:00Z", "2026-03-30T00:00Z")).toBe(0)
    expect(between(night, "2026-10-24T00:00Z", "2026-10-26T00:00Z")).toBe(2)
  })

  test("zones that change at midnight, by half an hour, or by a whole day", () => {
    const early = (timeZone: string): Hours => ({ ...always, timeZone })
    expect(between(early("America/Santiago"), "2026-09-05T04:00Z", "2026-09-06T04:00Z")).toBe(24)
    expect(between(early("Australia/Lord_Howe"), "2026-10-01T00:00Z", "2026-10-08T00:00Z")).toBe(168)
    expect(between(early("Pacific/Apia"), "2011-12-28T00:00Z", "2012-01-02T00:00Z")).toBe(120)
  })
})

describe("past midnight", () => {
  const night: Hours = { timeZone: "UTC", week: [[1, 1320, 360]], holidays: [] }
  test("a shift goes on into the next day", () => {
    expect(later(night, "2026-11-30T20:00Z", 8)).toBe("2026-12-01T06:00:00.000Z")
    expect(isWorkingAt(night, at("2026-12-01T03:00Z"))).toBe(true)
    expect(workingDayMs(night)).toBe(8 * hour)
  })

  test("and ends at midnight where the next day is a holiday", () => {
    const holidays = [{ day: "2026-12-01", name: "", isYearly: false }]
    expect(between({ ...night, holidays }, "2026-11-30T00:00Z", "2026-12-02T00:00Z")).toBe(2)
  })

  test("from Sunday into Monday", () => {
    expect(between({ ...night, week: [[7, 1380, 60]] }, "2026-11-29T00:00Z", "2026-12-01T00:00Z")).toBe(2)
  })
})

test("holidays are free, those of every year in every year", () => {
  const holidays = [
    { day: "2024-12-25", name: "Christmas Day", isYearly: true },
    { day: "2026-12-24", name: "Christmas Eve", isYearly: false },
  ]
  expect(later(office("Europe/Copenhagen", { holidays }), "2026-12-23T15:00Z", 2)).toBe("2026-12-28T09:00:00.000Z")
  expect(between(office("UTC", { holidays }), "2025-12-22T00:00Z", "2025-12-27T00:00Z")).toBe(32)
})

test("a working day is what an ordinary week holds, by its days", () => {
  expect(workingDayMs(copenhagen)).toBe(8 * hour)
  expect(workingDayMs({ ...copenhagen, week: [...nineToFive, [6, 600, 840]] })).toBe(44 * (hour / 6))
  expect(
    workingDayMs({
      ...copenhagen,
      week: [
        [1, 540, 720],
        [1, 780, 1020],
      ],
    }),
  ).toBe(7 * hour)
})

test("hours without work are refused instead of being searched for ever", () => {
  expect(() => addWorkingMs({ ...copenhagen, week: [] }, at("2026-11-30T09:00Z"), 1)).toThrow(/no work/)
})

test("a day is told as the clocks on the wall show it", () => {
  expect(wallDate({ timeZone: "Pacific/Auckland" }, at("2026-11-30T12:00Z"))).toBe("2026-12-01")
  expect(wallDate({ timeZone: "America/Los_Angeles" }, at("2026-11-30T03:00Z"))).toBe("2026-11-29")
  expect([isDay("2026-02-29"), isDay("2028-02-29"), isDay("2026-13-01"), isDay("30.11.2026")]).toEqual([false, true, false, false])
})

describe("whatever the hours", () => {
  const zones = [
    "UTC",
    "Europe/Copenhagen",
    "America/New_York",
    "Asia/Kolkata",
    "Australia/Lord_Howe",
    "America/Santiago",
    "Africa/Casablanca",
  ]
  const span = fc.tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1440 }))
  const week = fc.array(
    span.filter(([, from, to]) => from !== to),
    { minLength: 1, maxLength: 9 },
  )
  const day = fc.date({ min: at("2026-01-01T00:00Z"), max: at("2027-12-31T00:00Z"), noInvalidDate: true })
  const holidays = fc.array(
    fc.record({ day: day.map((date) => date.toISOString().slice(0, 10)), name: fc.constant(""), isYearly: fc.boolean() }),
    { maxLength: 6 },
  )
  const hours = fc.record({ timeZone: fc.constantFrom(...zones), week, holidays })
  const work = fc.integer({ min: 0, max: 60 * hour })

  test("a later start or more work never ends earlier", () => {
    fc.assert(
      fc.property(hours, day, fc.integer({ min: 0, max: 200 * hour }), work, work, (calendar, from, later, some, more) => {
        const start = new Date(from.getTime() + later)
        const end = addWorkingMs(calendar, from, some).getTime()
        expect(end).toBeGreaterThanOrEqual(from.getTime())
        expect(addWorkingMs(calendar, start, some).getTime()).toBeGreaterThanOrEqual(end)
        expect(addWorkingMs(calendar, from, some + more).getTime()).toBeGreaterThanOrEqual(end)
      }),
    )
  })

  test("the work until then is the work that was added", () => {
    fc.assert(
      fc.property(hours, day, work, (calendar, from, some) => {
        expect(workingMsBetween(calendar, from, addWorkingMs(calendar, from, some))).toBe(some)
      }),
    )
  })

  test("work adds up, however it is parted", () => {
    fc.assert(
      fc.property(hours, day, work, work, (calendar, from, some, more) => {
        const middle = addWorkingMs(calendar, from, some)
        expect(addWorkingMs(calendar, middle, more).getTime()).toBe(addWorkingMs(calendar, from, some + more).getTime())
        const end = new Date(middle.getTime() + more)
        expect(workingMsBetween(calendar, from, middle) + workingMsBetween(calendar, middle, end)).toBe(
          workingMsBetween(calendar, from, end),
        )
      }),
    )
  })

  test("no more work than time", () => {
    fc.assert(
      fc.property(hours, day, fc.integer({ min: 0, max: 2000 * hour }), (calendar, from, ms) => {
        expect(workingMsBetween(calendar, from, new Date(from.getTime() + ms))).toBeLessThanOrEqual(ms)
      }),
    )
  })
})
