import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { addWorkingMs, type Hours } from "../calendar/business-time"
import { targetFor, targetMs } from "./targets"
import { joinStops, type Running, readTimer, type Stop, whenWorked, workedMs } from "./timer"

const hour = 3_600_000
const office: Hours = { timeZone: "UTC", week: [1, 2, 3, 4, 5].map((day) => [day, 540, 1020] as const), holidays: [] }
const at = (text: string) => new Date(text)
const stop = (from: string, to: string | null): Stop => ({ from: at(from), to: to ? at(to) : null })
/** Eight hours from Monday at nine: due at five. */
const day = (given: Partial<Running> = {}): Running => ({
  from: at("2026-11-30T09:00Z"),
  until: null,
  stops: [],
  targetMs: 8 * hour,
  warnAt: 0.75,
  ...given,
})
const read = (now: string, given: Partial<Running> = {}) => readTimer(office, day(given), at(now))

describe("a timer", () => {
  test.each([
    ["2026-11-30T09:00Z", "on_time", "2026-11-30T17:00Z", "2026-11-30T15:00Z"],
    ["2026-11-30T14:59Z", "on_time", "2026-11-30T17:00Z", "2026-11-30T15:00Z"],
    ["2026-11-30T15:00Z", "warning", "2026-11-30T17:00Z", "2026-11-30T17:00Z"],
    ["2026-11-30T16:59Z", "warning", "2026-11-30T17:00Z", "2026-11-30T17:00Z"],
    ["2026-11-30T17:00Z", "breached", "2026-11-30T17:00Z", null],
    ["2026-12-24T17:00Z", "breached", "2026-11-30T17:00Z", null],
  ])("at %s is %s", (now, state, dueAt, nextAt) => {
    expect(read(now)).toMatchObject({ state, dueAt: at(dueAt), nextAt: nextAt ? at(nextAt) : null })
  })

  test.each([
    ["2026-11-30T09:00Z", "met"],
    ["2026-11-30T17:00Z", "met"],
    ["2026-12-01T08:59Z", "met"],
    ["2026-12-01T09:01Z", "missed"],
    ["2026-11-27T12:00Z", "met"],
  ])("that ended at %s is %s, whenever one looks", (until, state) => {
    for (const now of ["2026-11-30T09:00Z", "2027-11-30T09:00Z"])
      expect(read(now, { until: at(until) })).toEqual({ state, dueAt: null, warnAt: null, nextAt: null })
  })

  test("stands while it is stopped, and what it stood is added to what is due", () => {
    const paused = [stop("2026-11-30T11:00Z", null)]
    expect(read("2026-11-30T10:59Z", { stops: paused }).state).toBe("paused")
    expect(read("2026-12-09T10:00Z", { stops: paused })).toEqual({ state: "paused", dueAt: null, warnAt: null, nextAt: null })
    const resumed = [stop("2026-11-30T11:00Z", "2026-12-01T12:00Z")]
    expect(read("2026-12-01T12:00Z", { stops: resumed })).toMatchObject({
      state: "on_time",
      dueAt: at("2026-12-02T10:00Z"),
      warnAt: at("2026-12-01T16:00Z"),
    })
  })

  test("stopped in the evening or over a weekend loses nothing", () => {
    expect(read("2026-11-30T10:00Z", { stops: [stop("2026-11-28T12:00Z", "2026-11-29T12:00Z")] }).dueAt).toEqual(at("2026-11-30T17:00Z"))
    expect(read("2026-12-01T10:00Z", { targetMs: 10 * hour, stops: [stop("2026-11-30T18:00Z", "2026-12-01T07:00Z")] }).dueAt).toEqual(
      at("2026-12-01T11:00Z"),
    )
  })

  test("that was overdue before it was stopped stays so", () => {
    expect(read("2026-12-03T10:00Z", { stops: [stop("2026-12-01T11:00Z", null)] })).toMatchObject({
      state: "breached",
      dueAt: at("2026-11-30T17:00Z"),
    })
  })

  test("that ended while it stood counts what it ran", () => {
    const stops = [stop("2026-11-30T11:00Z", null)]
    expect(read("2026-12-10T10:00Z", { stops, until: at("2026-12-09T16:00Z") }).state).toBe("met")
  })
})

test("stops that touch or lie in one another are one; an open one takes all that follow", () => {
  expect(
    joinStops([
      stop("2026-11-30T12:00Z", "2026-11-30T14:00Z"),
      stop("2026-11-30T10:00Z", "2026-11-30T12:00Z"),
      stop("2026-11-30T11:00Z", "2026-11-30T11:30Z"),
      stop("2026-12-01T10:00Z", null),
      stop("2026-12-02T10:00Z", "2026-12-03T10:00Z"),
    ]),
  ).toEqual([stop("2026-11-30T10:00Z", "2026-11-30T14:00Z"), stop("2026-12-01T10:00Z", null)])
})

describe("whatever the stops", () => {
  const moment = fc.integer({ min: 0, max: 30 * 24 * 60 }).map((minutes) => new Date(Date.parse("2026-11-20T00:00Z") + minutes * 60_000))
  const stops = fc
    .array(fc.tuple(moment, fc.integer({ min: 0, max: 5000 })), { maxLength: 5 })
    .map((all) => joinStops(all.map(([from, minutes]) => ({ from, to: new Date(from.getTime() + minutes * 60_000) }))))

  test("when it is due, just so much was worked; a stop never makes it due earlier", () => {
    fc.assert(
      fc.property(moment, stops, fc.integer({ min: 1, max: 60 * hour }), (from, all, ms) => {
        const due = whenWorked(office, from, ms, all)
        expect(due && workedMs(office, from, due, all)).toBe(ms)
        expect(due?.getTime()).toBeGreaterThanOrEqual(addWorkingMs(office, from, ms).getTime())
      }),
    )
  })

  test("what is next lies ahead, and a timer that waits for nothing has ended or stands", () => {
    fc.assert(
      fc.property(moment, moment, stops, fc.integer({ min: 2, max: 60 * hour }), (from, now, all, ms) => {
        const { state, nextAt, dueAt } = readTimer(office, { from, until: null, stops: all, targetMs: ms, warnAt: 0.75 }, now)
        if (nextAt) expect(nextAt.getTime()).toBeGreaterThan(now.getTime())
        expect(nextAt === null).toBe(state === "breached" || state === "paused")
        expect(dueAt === null).toBe(state === "paused")
      }),
    )
  })
})

describe("targets", () => {
  const any = { id: "any", rating: null, source: null, responseHours: 8, decisionDays: null, warnAt: 75, calendarId: null, version: 1 }
  const hot = { ...any, id: "hot", rating: "hot" as const, responseHours: 2 }
  const fair = { ...any, id: "fair", source: "trade_show" as const }

  test("the first that fits counts, the last fits all", () => {
    const all = [hot, fair, any]
    expect(targetFor(all, { rating: "hot", source: "trade_show" }).id).toBe("hot")
    expect(targetFor(all, { rating: "cold", source: "trade_show" }).id).toBe("fair")
    expect(targetFor(all, { rating: "cold", source: "web" }).id).toBe("any")
    expect(() => targetFor([hot], { rating: "cold", source: "web" })).toThrow()
  })

  test("days are working days, the house's own unless others were said", () => {
    const calendar = { ...office, id: "", name: "Office", isDefault: true, version: 1 }
    expect(targetMs(any, calendar, 10)).toEqual({ response: 8 * hour, decision: 80 * hour })
    expect(targetMs({ ...any, decisionDays: 2.5 }, calendar, 10).decision).toBe(20 * hour)
  })
})
