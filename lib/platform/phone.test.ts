import { expect, test } from "vitest"
import { formatPhone, normalisePhone, phoneProblem } from "./phone"

test.each([
  ["+351 265 548 210", "", "+351265548210", "+351 265 548 210"],
  ["265 548 210", "PT", "+351265548210", "+351 265 548 210"],
  ["(425) 555-0100", "US", "+14255550100", "+1 425 555 0100"],
  ["0044 20 7946 0000", "", "+442079460000", "+44 20 7946 0000"],
  ["+44 (0)20 7946 0000 ext. 12", "", "+442079460000;ext=12", "+44 20 7946 0000 x12"],
  ["+1 (555) 123;ext=9", "", "+1555123;ext=9", "+1 555123 ext. 9"],
  ["030 1234567", "DE", "+49301234567", "+49 30 1234567"],
])("%s in %s is taken", (typed, country, stored, shown) => {
  expect(phoneProblem(typed, country)).toBeNull()
  expect(normalisePhone(typed, country)).toBe(stored)
  expect(formatPhone(stored)).toBe(shown)
})

test.each([
  ["1".repeat(60), "", "The phone number has 60 digits. The longest have 15."],
  ["1-800-FLOWERS", "US", "Enter the phone number with digits, spaces and + only"],
  ["call me", "", "Enter the phone number with digits, spaces and + only"],
  ["425 555 0100", "", "Start the phone number with + and the country code"],
  ["12", "PT", "The phone number has 2 digits. That is too few."],
  ["+1 425 555 01001", "", "The phone number has 12 digits. That is too many."],
  ["+999 123 456 789", "", "The phone number is not one that we can call. Check its country code."],
])("%s in %s is refused with what to do", (typed, country, sentence) => {
  expect(phoneProblem(typed, country)).toBe(sentence)
})
