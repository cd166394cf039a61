import { expect, test } from "vitest"
import { foreseeTerms } from "./foresee-terms"
import type { Terms } from "./rules"

const figures = { held: 1_000, ordered: 2_000, delivered: 4_000, balance: 10_000 }
const terms: Terms = { amount: 20_000, type: "balance_all", isMandatory: false, onExceeding: "error", allowOnAccount: true }

test.each<[string, Partial<Terms>, Terms | null, boolean, string]>([
  ["all counts", {}, null, true, "€ 170 counts against it, so € 30 is left."],
  ["the present ones leave less", { amount: 30_000 }, terms, true, "€ 170 counts against it, so € 130 is left. Now it is € 30."],
  ["nothing changes", {}, terms, true, "€ 170 counts against it, so € 30 is left."],
  ["orders do not count", { type: "balance_packing_slip" }, null, true, "€ 150 counts against it, so € 50 is left."],
  ["what is delivered does not, either", { type: "balance" }, null, true, "€ 110 counts against it, so € 90 is left."],
  ["it is just enough", { amount: 17_000 }, null, true, "€ 170 counts against it, so € 0 is left."],
  [
    "it is too little, and stops",
    { amount: 15_000 },
    terms,
    false,
    "€ 170 counts against it, € 20 more than the limit: orders are refused until that is paid.",
  ],
  [
    "it is too little, and warns",
    { amount: 15_000, onExceeding: "warning" },
    null,
    false,
    "€ 170 counts against it, € 20 more than the limit: orders still pass, with a warning.",
  ],
  ["nothing is checked", { type: "none" }, null, false, "No limit is checked: every order passes, whatever is owed. € 110 is now."],
  ["type None is mandatory", { type: "none", isMandatory: true }, null, true, "€ 110 counts against it, so € 90 is left."],
  [
    "nothing is sold on account",
    { allowOnAccount: false },
    terms,
    true,
    "Nothing more is sold on account. What is owed or promised stays: € 170.",
  ],
])("terms are foreseen where %s", (_, given, now, isGood, text) => {
  expect(foreseeTerms(figures, { ...terms, ...given }, now, "EUR")).toEqual({ isGood, text })
})
