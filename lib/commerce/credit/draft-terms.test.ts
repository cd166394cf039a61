import { describe, expect, test } from "vitest"
import { amountHint, draftTerms } from "./draft-terms"
import type { Terms } from "./rules"

const given: Terms = { amount: 20_000, type: "balance", isMandatory: false, onExceeding: "warning", allowOnAccount: false }
const dollars = { amount: 90_000, currency: "USD" }
const euros = { amount: 90_000, currency: "EUR" }

describe("Terms begin with what the partner wishes", () => {
  test.each<[string, Parameters<typeof draftTerms>[0], string, number | null]>([
    ["in the currency that they wish", { given, own: "EUR", fixed: null, asked: dollars }, "USD", 90_000],
    ["in the currency that is fixed", { given, own: "EUR", fixed: "EUR", asked: euros }, "EUR", 90_000],
    ["but not as so many of another currency", { given, own: "EUR", fixed: "EUR", asked: dollars }, "EUR", 20_000],
    ["nor where nothing was given before", { given: null, own: "EUR", fixed: "EUR", asked: dollars }, "EUR", null],
    ["else with what is given", { given, own: "EUR", fixed: null }, "EUR", 20_000],
    ["else with nothing, in euros", { given: null, own: null, fixed: null }, "EUR", null],
  ])("%s", (_, from, currency, amount) => expect(draftTerms(from)).toMatchObject({ currency, terms: { amount } }))

  test("which is to be sold on account", () => {
    expect(draftTerms({ given, own: "EUR", fixed: "EUR", asked: dollars }).terms).toEqual({ ...given, allowOnAccount: true })
    expect(draftTerms({ given, own: "EUR", fixed: "EUR" }).terms).toEqual(given)
  })
})

test.each<[string, Parameters<typeof amountHint>[0], string]>([
  ["an amount in a currency that is chosen", { currency: "EUR", fixed: null }, "Such as 12,500"],
  ["one as it was wished", { currency: "USD", fixed: null, asked: dollars }, "Such as 12,500"],
  ["one in another than was wished", { currency: "EUR", fixed: null, asked: dollars }, "They asked for $ 900; amounts are not converted"],
  ["one in a currency that is fixed", { currency: "EUR", fixed: "EUR", asked: euros }, "In EUR"],
  [
    "one that is fixed in another",
    { currency: "EUR", fixed: "EUR", asked: dollars },
    "In EUR. They asked for $ 900; amounts are not converted",
  ],
])("A hint tells of %s", (_, about, hint) => expect(amountHint(about)).toBe(hint))
