import { expect, test } from "vitest"
import { type Editable, fieldText, fieldTexts, readField } from "./editable"

const field = (kind: Editable["kind"], more: Partial<Editable> = {}): Editable => ({ label: "Field", kind, column: "field", ...more })

test.each([
  ["text", "  Two   words ", "Two words"],
  ["text", "", null],
  ["long-text", "one\r\ntwo", "one\ntwo"],
  ["email", "Ana@Example.COM", "ana@example.com"],
  ["phone", "265 548 210", "+351265548210"],
  ["url", "example.com", "https://example.com"],
  ["country", "PT", "PT"],
  ["day", "2026-11-30", "2026-11-30"],
  ["money", "48,000.5", "48000.50"],
  ["money", "0", "0.00"],
  ["percent", "40 %", "40"],
  ["yes-no", "yes", "yes"],
] as const)("a %s typed as %j is kept as %j", (kind, typed, kept) => {
  expect(readField(field(kind), typed, "PT")).toMatchObject({ text: kept })
})

test.each([
  ["email", "ana", "needs an @"],
  ["phone", "12", "too few"],
  ["url", "javascript:alert(1)", "https://"],
  ["country", "Portugal", "from the list"],
  ["day", "2026-02-30", "Enter a date"],
  ["day", "30.11.2026", "Enter a date"],
  ["money", "-1", "in digits"],
  ["money", "1e9", "in digits"],
  ["money", "9999999999999", "at most"],
  ["percent", "101", "0 to 100"],
  ["percent", "1.5", "0 to 100"],
  ["yes-no", "maybe", "Yes or No"],
  ["yes-no", null, "cannot be empty"],
  ["text", "x".repeat(101), "Use at most 100"],
  ["text", "a\u202Eb", "reading direction"],
] as const)("a %s typed as %j is refused: %s", (kind, typed, said) => {
  expect(readField(field(kind), typed, "PT")).toEqual({ problem: expect.stringContaining(said) })
})

test("a choice takes its own values and no names that every object has", () => {
  const rating = field("rating", { words: { hot: "Hot" }, isRequired: true })
  expect(readField(rating, "hot", null)).toEqual({ text: "hot", stored: "hot" })
  for (const typed of ["cold", "constructor", "toString"]) expect(readField(rating, typed, null)).toHaveProperty("problem")
  expect(readField(rating, "", null)).toEqual({ problem: "Field cannot be empty" })
})

test("a tax ID is written as its country writes it", () => {
  const taxId = field("text", { isTaxId: true })
  expect(readField(taxId, "PT 501 964 843", "PT")).toMatchObject({ text: "PT501964843" })
  expect(readField(taxId, "anything", null)).toMatchObject({ text: "anything" })
})

test("what is stored is shown as what would be typed", () => {
  expect(fieldText(field("day"), new Date("2026-11-30T00:00:00Z"))).toBe("2026-11-30")
  expect(fieldText(field("money"), { toString: () => "48000.5", valueOf: () => 48000.5 })).toBe("48000.50")
  expect(fieldText(field("yes-no"), false)).toBe("no")
  expect(fieldText(field("percent"), 0)).toBe("0")
  expect(fieldTexts({ topic: field("text", { column: "subject" }) }, { subject: "Boats" })).toEqual({ topic: "Boats" })
})
