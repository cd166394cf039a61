import { describe, expect, test } from "vitest"
import {
  countingLimits,
  creditLeft,
  type Figures,
  limitTypes,
  needsSecondPerson,
  problemOfLimits,
  problemOfOtherCurrency,
  refusalToAnswer,
  refusalToChangeCurrency,
  refusalToSet,
  refusalToTakeBack,
  type Terms,
  termsText,
} from "./rules"

const terms = (given: Partial<Terms> = {}): Terms => ({
  ...{ amount: 1000, type: "balance_all", isMandatory: false, onExceeding: "error", allowOnAccount: true },
  ...given,
})
const figures: Figures = { balance: 100, held: 20, delivered: 3, ordered: 400 }

describe("what is left", () => {
  test.each([
    [terms({ type: "none" }), null],
    [terms({ type: "none", isMandatory: true }), 880],
    [terms({ type: "balance" }), 880],
    [terms({ type: "balance_packing_slip" }), 877],
    [terms({ type: "balance_all" }), 477],
    [terms({ type: "balance_all", isMandatory: true, onExceeding: "warning" }), 477],
    [terms({ amount: 100 }), -423],
    [terms({ allowOnAccount: false }), null],
    [null, null],
  ])("%o leave %s", (given, left) => {
    expect(creditLeft(figures, given)).toBe(left)
  })

  test("every type has its words", () => {
    expect(Object.values(limitTypes)).toEqual(["None", "Balance", "Balance + packing slip or product receipt", "Balance + All"])
  })
})

describe("a second person", () => {
  const threshold = 5000
  test.each([
    ["within the threshold", terms({ amount: 5000 }), null, false],
    ["above it", terms({ amount: 5001 }), null, true],
    ["above it, from above it", terms({ amount: 9000 }), terms({ amount: 8000 }), true],
    ["less than before, still above it", terms({ amount: 8000 }), terms({ amount: 9000 }), false],
    ["the same again", terms({ amount: 9000 }), terms({ amount: 9000 }), false],
    ["nothing on account", terms({ amount: 9000, allowOnAccount: false }), null, false],
    ["on account again", terms({ amount: 9000 }), terms({ amount: 9000, allowOnAccount: false }), true],
    ["only a warning", terms({ amount: 10, onExceeding: "warning" }), terms({ amount: 10 }), true],
    ["a warning as before", terms({ amount: 10, onExceeding: "warning" }), terms({ amount: 10, onExceeding: "warning" }), false],
    ["no check at all", terms({ amount: 10, type: "none" }), terms({ amount: 10 }), true],
    ["a type that counts less, above it", terms({ amount: 9000, type: "balance" }), terms({ amount: 9000 }), true],
    ["a type that counts less, within it", terms({ amount: 900, type: "balance" }), terms({ amount: 900 }), false],
    ["checked instead of not", terms({ amount: 9000 }), terms({ amount: 9000, type: "none" }), false],
  ])("%s", (_, next, now, isNeeded) => {
    expect(needsSecondPerson(next, now, threshold)).toBe(isNeeded)
  })

  test("without a threshold nobody is asked", () => {
    expect(needsSecondPerson(terms({ amount: 1e12, onExceeding: "warning" }), null, null)).toBe(false)
  })

  const waiting = { state: "waiting", askedById: "ana", askedByName: "Ana", answeredByName: null } as const
  const [ana, bo] = [
    { id: "ana", name: "Ana" },
    { id: "bo", name: "Bo" },
  ]
  test.each([
    [waiting, bo, null, expect.objectContaining({ code: "forbidden" })],
    [waiting, ana, expect.objectContaining({ code: "forbidden" }), null],
    [
      { ...waiting, state: "stands" as const, answeredByName: "Bo" },
      bo,
      expect.objectContaining({ message: "Bo was faster: this is confirmed." }),
      expect.objectContaining({ code: "conflict" }),
    ],
    [{ ...waiting, askedById: null }, bo, null, expect.objectContaining({ code: "forbidden" })],
  ])("%o by %o", (given, person, toAnswer, toTakeBack) => {
    expect(refusalToAnswer(given, person)).toEqual(toAnswer)
    expect(refusalToTakeBack(given, person)).toEqual(toTakeBack)
  })

  test("one change waits at a time", () => {
    expect(refusalToSet(null)).toBeNull()
    expect(refusalToSet(waiting)?.message).toContain("Ana asked for")
  })
})

describe("spending limits", () => {
  const none = { perOrder: null, perMonth: null }
  test.each([
    [{ store: none, own: none }, none],
    [
      { store: { perOrder: 5, perMonth: null }, own: none },
      { perOrder: 5, perMonth: null },
    ],
    [
      { store: { perOrder: 5, perMonth: 50 }, own: { perOrder: 7, perMonth: 40 } },
      { perOrder: 5, perMonth: 40 },
    ],
    [
      { store: none, own: { perOrder: 0, perMonth: 0 } },
      { perOrder: 0, perMonth: 0 },
    ],
  ])("%o count as %o", (layers, limits) => {
    expect(countingLimits(layers)).toEqual(limits)
  })

  test.each([
    [none, 100, null],
    [{ perOrder: 10, perMonth: 100 }, 100, null],
    [{ perOrder: 10, perMonth: 101 }, 100, "perMonth"],
    [{ perOrder: 101, perMonth: null }, 100, "perOrder"],
    [{ perOrder: 11, perMonth: 10 }, null, "perOrder"],
    [{ perOrder: 1e9, perMonth: 1e9 }, null, null],
  ])("%o within %s", (limits, limit, field) => {
    expect(Object.keys(problemOfLimits(limits, { limit, currency: "EUR" }) ?? {})).toEqual(field ? [field] : [])
  })
})

test("terms in one line", () => {
  expect(termsText(terms({ amount: 2_500_000, isMandatory: true, allowOnAccount: false }), "EUR")).toBe(
    "€ 25,000, Balance + All, Error, mandatory, not on account",
  )
})

describe("the currency", () => {
  test.each([
    [false, false, null],
    [true, false, "The ledger is in EUR"],
    [false, true, "Users have spending limits in EUR"],
    [true, true, "The ledger is in EUR"],
  ])("used: %s, users with limits: %s", (isUsed, hasLimits, why) => {
    const refusal = refusalToChangeCurrency({ currency: "EUR", isUsed, hasLimits })
    expect(refusal?.message ?? "").toContain(why ?? "")
    expect(refusal === null).toBe(why === null)
  })

  test.each([
    [null, null, null],
    ["2031-01-01", null, "validFrom"],
    [null, "2031-01-01", "validTo"],
    ["2031-01-01", "2031-02-01", "validFrom"],
  ])("from %s to %s", (validFrom, validTo, field) => {
    expect(Object.keys(problemOfOtherCurrency({ validFrom, validTo }) ?? {})).toEqual(field ? [field] : [])
  })
})
