import { expect, test } from "vitest"
import { percent, spanText, stretchText } from "./words"

test.each([
  [0.2, "under 1 hour"],
  [1.2, "1 hour"],
  [26, "26 hours"],
  [48, "2 days"],
  [60, "2.5 days"],
  [148, "6 days"],
  [300, "13 days"],
])("%d hours are %s", (hours, words) => {
  expect(spanText(hours)).toBe(words)
})

test("a stretch names its years once, or both", () => {
  expect(stretchText({ from: "2026-08-31", to: "2026-11-22" })).toBe("31 August to 22 November 2026")
  expect(stretchText({ from: "2025-11-24", to: "2026-11-22" })).toBe("24 November 2025 to 22 November 2026")
})

test("nothing has no share of nothing", () => {
  expect(percent(1, 3)).toBe("33 %")
  expect(percent(0, 0)).toBeUndefined()
})
