import { describe, expect, test } from "vitest"
import { spanText, timerText } from "./timer"

const hour = 3_600_000

describe("in words", () => {
  const now = Date.parse("2026-11-30T12:00Z")
  const inHours = (hours: number) => now + hours * hour
  test.each([
    ["on_time", 3, "Due in 3 h", "On time"],
    ["on_time", 51, "Due in 2 d 3 h", "On time"],
    ["warning", 0.67, "Warning: 40 min left", "Warning"],
    ["warning", -0.1, "Breached 6 min ago", "Breached"],
    ["breached", -2, "Breached 2 h ago", "Breached"],
    ["breached", -240, "Breached 10 d ago", "Breached"],
  ] as const)("%s, due in %d hours: %s", (state, hours, text, sign) => {
    expect(timerText(state, inHours(hours), now)).toEqual({ text, sign })
  })

  test.each([
    ["met", "Met"],
    ["missed", "Met late"],
    ["paused", "Paused"],
    ["on_time", "Starting"],
  ] as const)("%s without an hour: %s", (state, text) => {
    expect(timerText(state, null, now).text).toBe(text)
  })

  test("spans are told in what counts", () => {
    expect([0, 59_000, 60_000, 59 * 60_000, hour, 47 * hour, 48 * hour, 200 * hour].map(spanText)).toEqual([
      "0 min",
      "0 min",
      "1 min",
      "59 min",
      "1 h",
      "1 d 23 h",
      "2 d",
      "8 d",
    ])
  })
})
