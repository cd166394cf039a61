import { expect, test } from "vitest"
import type { RunView } from "@/lib/bulk/queries"
import { aheadOf, outcomeOf } from "./run-words"

const run = (given: Partial<RunView>): RunView =>
  ({
    ...{ list: "leads", kind: "disqualify", title: "Disqualify as Lost", total: 10, personName: "Maja Lindqvist", error: null },
    ...{ ready: 0, choose: 0, second: 0, chosen: 0, blocked: 0, done: 0, skipped: 0, failed: 0 },
    ...given,
  }) as RunView

const theirs = "Their prospects are rejected in Commerce, and each applicant gets the decline mail."

test.each<[string, Partial<RunView>, { asks: number; ofSecond: number }, string]>([
  ["all ready", { ready: 10 }, { asks: 0, ofSecond: 0 }, `Disqualify as Lost: 10 leads. ${theirs}`],
  [
    "some for a second person",
    { ready: 7, second: 3, chosen: 3 },
    { asks: 3, ofSecond: 3 },
    `Disqualify as Lost: 10 leads. ${theirs} For 3 of them a second person is asked first.`,
  ],
  [
    "all for a second person",
    { second: 10, chosen: 10 },
    { asks: 10, ofSecond: 10 },
    `Disqualify as Lost: 10 leads. ${theirs} For all of them a second person is asked first.`,
  ],
  [
    "one of those left out, one that needs a choice, one blocked",
    { ready: 5, choose: 1, second: 3, chosen: 2, blocked: 1 },
    { asks: 2, ofSecond: 2 },
    `Disqualify as Lost: 7 leads. ${theirs} For 2 of them a second person is asked first. 1 lead needs a choice, and for 1 lead nobody is asked, and 1 lead is blocked: left out.`,
  ],
  [
    "asked for what was chosen",
    { ready: 4, choose: 3, chosen: 2 },
    { asks: 1, ofSecond: 0 },
    `Disqualify as Lost: 6 leads. ${theirs} For 1 of them a second person is asked first. 1 lead needs a choice: left out.`,
  ],
  [
    "nothing at all",
    { second: 2, blocked: 8 },
    { asks: 0, ofSecond: 0 },
    "Nothing of 10 leads can be done as it stands. For 2 leads nobody is asked, and 8 leads are blocked: left out.",
  ],
])("what a run is about to do: %s", (_, given, asks, words) => {
  expect(aheadOf(run(given), asks)).toBe(words)
})

test("what it did tells those who were decided from those whom a second person was asked for", () => {
  const of = (done: number, asks: number) => outcomeOf(run({ done, skipped: 1 }), { asks, ofSecond: asks })
  expect(of(3, 0)).toBe("Maja Lindqvist: Disqualified 3 leads, 1 skipped.")
  expect(of(3, 2)).toBe("Maja Lindqvist: Disqualified 1 lead, asked a second person for 2 leads, 1 skipped.")
  expect(of(2, 2)).toBe("Maja Lindqvist: Asked a second person for 2 leads, 1 skipped.")
})
