import { expect, test } from "vitest"
import { targetText } from "@/components/ui/target"

const submittedAt = new Date("2026-11-01T09:00:00Z")
const after = (days: number) => new Date(submittedAt.getTime() + days * 86_400_000)
const text = (days: number, decided = false) =>
  targetText({ submittedAt, decidedAt: decided ? after(days) : null, now: after(days), targetDays: 10 })

test.each([
  [0, "10 days left", "plain"],
  [7.5, "2 days left", "wait"],
  [8.5, "1 day left", "wait"],
  [9.2, "Due today", "wait"],
  [10.5, "Due today", "wait"],
  [11, "1 day over", "bad"],
  [18.9, "8 days over", "bad"],
])("after %d days of ten: %s", (days, words, tone) => {
  expect(text(days)).toEqual({ text: words, tone })
})

test("a decided request is on time or late by so many days", () => {
  expect(text(9.9, true).text).toBe("On time")
  expect(text(12.2, true).text).toBe("3 days late")
})
