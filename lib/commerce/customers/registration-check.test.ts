import { expect, test } from "vitest"
import { judgeRegistration } from "./registration-check"

test.each([
  ["tax_id", "PT", "pt 509.442.013", { number: "PT509442013", isChecked: true }],
  ["tax_id", "KE", "P051234567X", { number: "P051234567X", isChecked: expect.any(Boolean) }],
  ["company", "FR", "732 829 320", { number: "732829320", isChecked: true }],
  ["company", "DE", "HRB 12345 Kiel", { number: "HRB 12345 Kiel", isChecked: false }],
  ["eori", null, "de 1234567", { number: "DE1234567", isChecked: false }],
  ["gln", null, "4006381333931", { number: "4006381333931", isChecked: true }],
  ["duns", null, "15-048-3782", { number: "150483782", isChecked: false }],
  ["lei", null, "5493001KJTIIGC8Y1R12", { number: "5493001KJTIIGC8Y1R12", isChecked: true }],
  ["other", null, "  Port licence 7 ", { number: "Port licence 7", isChecked: false }],
] as const)("%s of %s: %s is stored in its normal form", (type, country, typed, stored) => {
  expect(judgeRegistration(type, country, typed)).toEqual(stored)
})

test.each([
  ["tax_id", null, "509442013", /Choose the country/],
  ["tax_id", "PT", "509442014", /typing slip/],
  ["company", null, "732829320", /Choose the country/],
  ["company", "FR", "732829321", /no company number of France/],
  ["eori", null, "1234", /two letters/],
  ["gln", null, "4006381333932", /last digit/],
  ["gln", null, "400638133393", /13 digits/],
  ["duns", null, "1504837", /9 digits/],
  ["lei", null, "5493001KJTIIGC8Y1R13", /check digits/],
  ["lei", null, "5493", /18 letters/],
  ["other", null, " ", /Enter the number/],
  ["other", null, "x".repeat(41), /at most 40/],
] as const)("%s of %s: %s is refused with what to do", (type, country, typed, sentence) => {
  expect(judgeRegistration(type, country, typed)).toEqual({ problem: expect.stringMatching(sentence) })
})
