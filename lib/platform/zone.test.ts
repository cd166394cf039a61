import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  clockName,
  dayIn,
  instantOf,
  isTimeZone,
  offsetAt,
  offsetText,
  startOfDay,
  unlessUnmoved,
  wallText,
  zoneName,
  zoneText,
} from "./zone"

const minuteMs = 60_000
const zones = ["UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Auckland", "Australia/Lord_Howe", "America/St_Johns"]
const wall = (zone: string, at: string) => wallText(zone, new Date(at))
const instant = (zone: string, text: string) => instantOf(zone, text)?.toISOString() ?? null

describe("what the wall shows", () => {
  test.each([
    ["Europe/Berlin", "2026-03-29T00:59:00Z", "2026-03-29T01:59"],
    ["Europe/Berlin", "2026-03-29T01:00:00Z", "2026-03-29T03:00"],
    ["Europe/Berlin", "2026-10-25T00:59:00Z", "2026-10-25T02:59"],
    ["Europe/Berlin", "2026-10-25T01:00:00Z", "2026-10-25T02:00"],
    ["America/New_York", "2026-03-08T06:59:00Z", "2026-03-08T01:59"],
    ["America/New_York", "2026-03-08T07:00:00Z", "2026-03-08T03:00"],
    ["America/New_York", "2026-11-01T05:59:00Z", "2026-11-01T01:59"],
    ["America/New_York", "2026-11-01T06:00:00Z", "2026-11-01T01:00"],
    ["Asia/Kolkata", "2026-11-30T18:30:00Z", "2026-12-01T00:00"],
    ["Pacific/Auckland", "2026-04-04T13:59:00Z", "2026-04-05T02:59"],
    ["Pacific/Auckland", "2026-04-04T14:00:00Z", "2026-04-05T02:00"],
    ["Pacific/Auckland", "2026-09-26T14:00:00Z", "2026-09-27T03:00"],
  ])("%s at %s: %s", (zone, at, shown) => expect(wall(zone, at)).toBe(shown))

  test("the day is that of the wall, not of UTC", () => {
    const at = new Date("2026-11-30T23:30:00Z")
    expect(zones.slice(0, 5).map((zone) => dayIn(zone, at))).toEqual(["2026-11-30", "2026-12-01", "2026-11-30", "2026-12-01", "2026-12-01"])
  })
})

describe("what is typed", () => {
  test.each([
    ["Europe/Berlin", "2026-03-29T01:59", "2026-03-29T00:59:00.000Z"],
    ["Europe/Berlin", "2026-03-29T02:30", null],
    ["Europe/Berlin", "2026-03-29T03:00", "2026-03-29T01:00:00.000Z"],
    ["Europe/Berlin", "2026-10-25T02:30", "2026-10-25T00:30:00.000Z"],
    ["Europe/Berlin", "2026-10-25T03:00", "2026-10-25T02:00:00.000Z"],
    ["America/New_York", "2026-03-08T02:15", null],
    ["America/New_York", "2026-11-01T01:30", "2026-11-01T05:30:00.000Z"],
    ["Asia/Kolkata", "2026-11-30T09:00", "2026-11-30T03:30:00.000Z"],
    ["Pacific/Auckland", "2026-09-27T02:00", null],
    ["Pacific/Auckland", "2026-04-05T02:30", "2026-04-04T13:30:00.000Z"],
    ["UTC", "2026-02-30T09:00", null],
    ["UTC", "no time", null],
  ])("%s, %s: %s", (zone, typed, at) => expect(instant(zone, typed)).toBe(at))

  test("of any moment the wall tells the same that it was taken from: itself, or the first of two that look alike", () => {
    const minutes = fc.integer({ min: Date.UTC(1975, 0) / minuteMs, max: Date.UTC(2035, 0) / minuteMs })
    fc.assert(
      fc.property(fc.constantFrom(...zones), minutes, (zone, minute) => {
        const at = new Date(minute * minuteMs)
        const text = wallText(zone, at)
        const back = instantOf(zone, text)
        expect(back && wallText(zone, back)).toBe(text)
        const isTwin = back !== null && back < at && offsetAt(zone, back.getTime()) > offsetAt(zone, at.getTime())
        expect(back?.getTime() === at.getTime() || isTwin).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  test("a form that gives back what it showed moves nothing, in an hour that comes twice either", () => {
    const second = new Date("2026-10-25T01:30:20Z")
    const given = instantOf("Europe/Berlin", wallText("Europe/Berlin", second))
    expect(given?.toISOString()).toBe("2026-10-25T00:30:00.000Z")
    expect(unlessUnmoved("Europe/Berlin", second, given)).toBe(second)
    const moved = instantOf("Europe/Berlin", "2026-10-25T04:00")
    expect(unlessUnmoved("Europe/Berlin", second, moved)).toBe(moved)
    expect(unlessUnmoved("Europe/Berlin", null, moved)).toBe(moved)
    expect(unlessUnmoved("Europe/Berlin", second, null)).toBeNull()
  })
})

describe("where a day begins", () => {
  test.each([
    ["UTC", "2026-11-30", "2026-11-30T00:00:00.000Z", 24],
    ["Europe/Berlin", "2026-03-29", "2026-03-28T23:00:00.000Z", 23],
    ["Europe/Berlin", "2026-10-25", "2026-10-24T22:00:00.000Z", 25],
    ["America/New_York", "2026-03-08", "2026-03-08T05:00:00.000Z", 23],
    ["America/New_York", "2026-11-01", "2026-11-01T04:00:00.000Z", 25],
    ["Asia/Kolkata", "2026-11-30", "2026-11-29T18:30:00.000Z", 24],
    ["Pacific/Auckland", "2026-04-05", "2026-04-04T11:00:00.000Z", 25],
    // Midnight is skipped, and the day begins at one.
    ["America/Santiago", "2026-09-06", "2026-09-06T04:00:00.000Z", 23],
  ])("%s, %s: at %s, and it has %d hours", (zone, day, begins, hours) => {
    expect(startOfDay(zone, day).toISOString()).toBe(begins)
    expect((startOfDay(zone, day, 1).getTime() - startOfDay(zone, day).getTime()) / 3_600_000).toBe(hours)
  })

  test("every moment lies in the day that the wall shows", () => {
    const moments = fc.integer({ min: Date.UTC(1975, 0), max: Date.UTC(2035, 0) })
    fc.assert(
      fc.property(fc.constantFrom(...zones), moments, (zone, at) => {
        const day = dayIn(zone, new Date(at))
        expect(startOfDay(zone, day).getTime()).toBeLessThanOrEqual(at)
        expect(startOfDay(zone, day, 1).getTime()).toBeGreaterThan(at)
      }),
      { numRuns: 2000 },
    )
  })
})

test("a kept offset is what the rules of the zone say", () => {
  const asked = (zone: string, at: number) => {
    const shown = new Intl.DateTimeFormat("sv", { timeZone: zone, dateStyle: "short", timeStyle: "medium" }).format(at)
    return Date.parse(`${shown.replace(" ", "T")}Z`) - Math.floor(at / 1000) * 1000
  }
  const moments = fc.integer({ min: Date.UTC(1975, 0), max: Date.UTC(2035, 0) })
  fc.assert(fc.property(fc.constantFrom(...zones, "Africa/Casablanca"), moments, (zone, at) => offsetAt(zone, at) === asked(zone, at)))
})

test("zones in words", () => {
  const at = Date.parse("2026-11-30T12:00:00Z")
  expect(zones.map((zone) => offsetText(zone, at))).toEqual(["UTC", "UTC+1", "UTC−5", "UTC+5:30", "UTC+13", "UTC+11", "UTC−3:30"])
  expect(zoneText("America/New_York", at)).toBe("America/New York, UTC−5")
  expect(zoneText("UTC", at)).toBe("UTC")
  expect(zoneName("Asia/Calcutta")).toBe("Asia/Kolkata")
  expect([clockName("America/New_York"), clockName("UTC")]).toEqual(["New York time", "UTC"])
})

test("what names a zone", () => {
  expect(["Europe/Berlin", "UTC", "Asia/Calcutta"].filter(isTimeZone)).toHaveLength(3)
  expect(["", "+02:00", "Mars/Olympus", "Europe/Berlin; drop"].filter(isTimeZone)).toEqual([])
})
