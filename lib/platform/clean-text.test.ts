import { expect, test } from "vitest"
import { cleanLine, cleanText, textProblem } from "./clean-text"

test.each([
  ["  Contoso\u00A0  Ltd.\t", "Contoso Ltd."],
  ["Con\u200Btoso\uFEFF", "Contoso"],
  ["\u200B\u200D\uFEFF\u2060", ""],
  ["\u3164\u2800", ""],
  ["Caf\u0065\u0301", "Café"],
  ["👩‍💻 Ana", "👩‍💻 Ana"],
  ["می‌خواهم", "می‌خواهم"],
])("a line %j becomes %j", (typed, cleaned) => {
  expect(cleanLine(typed)).toBe(cleaned)
})

test("lines keep their breaks, as one sign each", () => {
  expect(cleanText(" one \r\ntwo\rthree\u2028\n\n\nfour ")).toBe("one\ntwo\nthree\n\nfour")
})

test.each([
  ["a\u0000b", /cannot be shown/],
  ["a\u001Bb", /cannot be shown/],
  ["a\u0085b", /cannot be shown/],
  ["a\uD800b", /cannot be shown/],
  ["a\u202Eb", /reading direction/],
  ["a\u2066b", /reading direction/],
  ["a\nb", /one line/],
  ["x".repeat(21), /has 21 characters. Use at most 20/],
  ["🛥".repeat(19), /too many pictures/],
])("%j is refused", (text, reason) => {
  expect(textProblem(text, { max: 20 })).toMatch(reason)
})

test.each(["株式会社サンプル", "شركة المثال", "O'Brien", "x".repeat(20), "字".repeat(20)])("%s is taken", (text) => {
  expect(textProblem(text, { max: 20 })).toBeNull()
})
