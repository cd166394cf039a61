import { expect, test } from "vitest"
import { normalisePostalCode, postalCodeProblem } from "./postal-codes"

test.each([
  ["PT", "2900213", "2900-213"],
  ["US", "98052", "98052"],
  ["US", "98052 6399", "98052-6399"],
  ["GB", "sw1a1aa", "SW1A 1AA"],
  ["GB", "m1 1ae", "M1 1AE"],
  ["GB", "EC1A 1BB", "EC1A 1BB"],
  ["CA", "k1a0b1", "K1A 0B1"],
  ["NL", "1012ab", "1012 AB"],
  ["IE", "d02x285", "D02 X285"],
  ["DE", "D-10115", "10115"],
  ["CH", "CH-8001", "8001"],
  ["LU", "L-1728", "1728"],
  ["LV", "LV-1010", "1010"],
  ["MT", "vlt1117", "VLT 1117"],
  ["PL", "00950", "00-950"],
  ["SE", "SE-114 55", "114 55"],
  ["JP", "１００-０００１", "100-0001"],
  ["BR", "01310100", "01310-100"],
  ["KE", "00100", "00100"],
  ["BT", "11001", "11001"],
  ["AF", "ab 12", "AB 12"],
])("%s %s is written %s", (country, typed, usual) => {
  expect(postalCodeProblem(country, typed)).toBeNull()
  expect(normalisePostalCode(country, typed)).toBe(usual)
})

test.each([
  ["PT", "2900-21", "Enter the ZIP/postal code as in 2900-213 (Portugal)"],
  ["US", "9805", "Enter the ZIP/postal code as in 98052 (United States)"],
  ["CA", "K1A 0O1", "Enter the ZIP/postal code as in K1A 0B1 (Canada)"],
  ["ES", "53001", "Enter the ZIP/postal code as in 28013 (Spain)"],
  ["BT", "<script>", "Enter the ZIP/postal code with letters and digits only"],
])("%s %s is refused with an example", (country, typed, sentence) => {
  expect(postalCodeProblem(country, typed)).toBe(sentence)
})
