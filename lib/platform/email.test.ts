import { expect, test } from "vitest"
import { canonicalEmail, emailProblem } from "./email"

test.each([
  ["ana.silva@atlanticonautica.pt", "ana.silva@atlanticonautica.pt"],
  ["ADMIN@Example.COM", "admin@example.com"],
  [" o'brien+b2b@mail.example.co.uk ", "o'brien+b2b@mail.example.co.uk"],
  ["info@müller.de", "info@xn--mller-kva.de"],
  ["info@xn--mller-kva.de", "info@xn--mller-kva.de"],
  ["a@аpple.com", "a@xn--pple-43d.com"],
  ["ｉｎｆｏ@example.com", "info@example.com"],
  ["x@例え.jp", "x@xn--r8jz45g.jp"],
])("%s is one plain address", (typed, canonical) => {
  expect(emailProblem(typed)).toBeNull()
  expect(canonicalEmail(typed)).toBe(canonical)
})

test.each([
  ["a@b", "The email needs an ending, such as .com"],
  ["ana.silva@atlanticonautica", "The email needs an ending, such as .com"],
  ["a@b.", "The email needs an ending, such as .com"],
  ["a@10.0.0.1", "The email needs an ending, such as .com"],
  ["a@@b.com", "The email has more than one @. It has one, as in name@company.com."],
  ["a b@c.de", "The email has a space in it. Enter it without spaces."],
  ["victim@x.com\r\nBcc: all@y.com", "The email has a space in it. Enter it without spaces."],
  ["victim\uFF20x.com", "The @ in the email is a look-alike sign. Type it anew."],
  ["a@x.com\uFE6By.com", "The @ in the email is a look-alike sign. Type it anew."],
  ['"a,b"@x.com', "Enter one email only"],
  ["x@y.com, z@y.com", "Enter one email only"],
  ["x@y.com;z@y.com", "Enter one email only"],
  ["<x@y.com>", "The email has a sign before the @ that we cannot use. Enter it as name@company.com."],
  ["Ana<x@y.com", "The email has a sign before the @ that we cannot use. Enter it as name@company.com."],
  ["a..b@x.com", "The email has a sign before the @ that we cannot use. Enter it as name@company.com."],
  ["ana", "The email needs an @, as in name@company.com"],
  ["@x.com", "The email needs a name before the @, as in name@company.com"],
  ["ana@", "The email needs a domain after the @, as in name@company.com"],
  ["a@-x.com", "Check the part of the email after the @, as in name@company.com"],
  ["a@x..com", "Check the part of the email after the @, as in name@company.com"],
  ["a@x.com/b", "Check the part of the email after the @, as in name@company.com"],
  [`${"a".repeat(310)}@example.com`, "The email has 322 characters. Use at most 100."],
])("%j is refused with what to do", (typed, sentence) => {
  expect(emailProblem(typed)).toBe(sentence)
})
