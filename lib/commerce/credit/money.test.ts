import fc from "fast-check"
import { expect, test } from "vitest"
import { amountInColumn, amountText, greatestLimit, minorDigits, minorUnits, typedAmount } from "./money"

test.each([
  ["12500", "EUR", 1_250_000],
  ["12,500.50", "EUR", 1_250_050],
  ["12 500.5", "EUR", 1_250_050],
  ["0.07", "EUR", 7],
  ["0", "EUR", 0],
  ["12500", "JPY", 12_500],
  ["1.234", "KWD", 1234],
  ["10,000,000,000,000.00", "EUR", greatestLimit],
])("%s in %s is %i minor units", (typed, currency, minor) => {
  expect(minorUnits(typed, currency)).toBe(minor)
})

test.each([
  ["", "EUR"],
  ["-5", "EUR"],
  ["1e5", "EUR"],
  ["12.345", "EUR"],
  ["12.5", "JPY"],
  ["1,2", "EUR"],
  ["1.000,00", "EUR"],
  ["NaN", "EUR"],
  ["99999999999999999", "EUR"],
  ["10,000,000,000,000.01", "EUR"],
])("%s in %s is no amount", (typed, currency) => {
  expect(minorUnits(typed, currency)).toBeNull()
})

test("what is written is read again, whatever the currency", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: greatestLimit }), fc.constantFrom("EUR", "JPY", "KWD"), (minor, currency) => {
      expect(minorUnits(typedAmount(minor, currency), currency)).toBe(minor)
      expect(amountText(minor, currency)).toContain(minorDigits(currency) === 0 ? String(minor % 1000) : "")
    }),
  )
})

test.each([
  [1_250_050, "EUR", "€ 12,500.50"],
  [1_250_000, "EUR", "€ 12,500"],
  [-7, "EUR", "−€ 0.07"],
  [123_456_789_012_345, "USD", "$ 1,234,567,890,123.45"],
  [1234, "JPY", "¥ 1,234"],
])("%i in %s reads %s", (minor, currency, text) => {
  expect(amountText(minor, currency)).toBe(text)
})

test.each([
  [1_250_000, "EUR", "€ 12,500.00"],
  [-70, "EUR", "−€ 0.70"],
  [1234, "JPY", "¥ 1,234"],
])("%i in %s reads %s in a column", (minor, currency, text) => {
  expect(amountInColumn(minor, currency)).toBe(text)
})
