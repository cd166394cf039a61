import { describe, expect, test } from "vitest"
import { holidaysText, readHolidays, readSpans, spansText, weekText } from "./hours-text"

describe("spans of a day", () => {
  test.each([
    ["09:00–17:00", [[1, 540, 1020]]],
    [
      "9-12, 13:00 - 17.30",
      [
        [1, 540, 720],
        [1, 780, 1050],
      ],
    ],
    [
      "13:00 to 17:00; 9:00 to 12:00",
      [
        [1, 540, 720],
        [1, 780, 1020],
      ],
    ],
    ["22:00–06:00", [[1, 1320, 360]]],
    ["00:00–24:00", [[1, 0, 1440]]],
    ["", []],
    ["  ", []],
  ])("%s", (text, value) => {
    expect(readSpans(1, text)).toEqual({ value })
  })

  test.each([
    ["nine to five", /not a span/],
    ["9", /not a span/],
    ["25:00–26:00", /not a span/],
    ["09:70–10:00", /not a span/],
    ["24:00–06:00", /not a span/],
    ["9-12-15", /not a span/],
    ["09:00–09:00", /no length/],
    ["09:00–12:00, 11:00–13:00", /overlap/],
    ["22:00–06:00, 23:00–23:30", /overlap/],
    ["1-2,3-4,5-6,7-8,9-10,11-12,13-14", /at most 6/],
  ])("%s is refused", (text, problem) => {
    expect(readSpans(1, text)).toMatchObject({ problem: expect.stringMatching(problem) })
  })

  test("are written as they are read", () => {
    const text = "09:00–12:00, 13:00–17:30"
    const read = readSpans(3, text)
    expect("value" in read && spansText(read.value, 3)).toBe(text)
  })

  test("a week is told in one line", () => {
    expect(weekText([...[1, 2, 3, 4, 5].map((day) => [day, 540, 1020] as const), [6, 600, 840]])).toBe(
      "Mon–Fri 09:00–17:00; Sat 10:00–14:00",
    )
    expect(weekText([])).toBe("")
  })
})

describe("holidays", () => {
  const text = "01-01 New Year\n12-25 Christmas Day\n2026-04-03 Good Friday"
  test("are one a line, and those without a year come every year", () => {
    const read = readHolidays(`2026-04-03 Good Friday\n\n  12-25   Christmas Day \n01-01 New Year`)
    expect("value" in read && holidaysText(read.value)).toBe(text)
    expect(readHolidays("02-29")).toEqual({ value: [{ day: "2024-02-29", name: "", isYearly: true }] })
  })

  test.each(["Christmas", "2026-02-30 None", "13-01 None", "25/12 Christmas", "2026-12-25Christmas"])("%s is refused", (line) => {
    expect(readHolidays(line)).toMatchObject({ problem: expect.stringContaining("does not begin with a date") })
  })

  test("the same day twice is one", () => {
    expect(readHolidays("12-25 Christmas\n12-25 Christmas Day")).toEqual({
      value: [{ day: "2024-12-25", name: "Christmas Day", isYearly: true }],
    })
  })
})
