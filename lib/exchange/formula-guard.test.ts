import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { guardFormula, keepQuotes, openGuard } from "./formula-guard"

const nasty = fc.string({
  unit: fc.constantFrom("=", "+", "-", "@", "＝", "'", " ", "\t", "\r", "\n", ",", ";", '"', "a", "1"),
  maxLength: 12,
})

describe("text in a spreadsheet", () => {
  test.each([
    ["=HYPERLINK(1)", "'=HYPERLINK(1)"],
    ["+351265548210", "'+351265548210"],
    ["-1", "'-1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\tcmd", "'\tcmd"],
    ["\rcmd", "'\rcmd"],
    ["＝1+1", "'＝1+1"],
    ["  =1", "  '=1"],
    ["a;=cmd|' /C calc'!A0", "a;'=cmd|' /C calc'!A0"],
    ["one\n- two", "one\n'- two"],
    ["'=1", "''=1"],
    ["O'Brien - Sons", "O'Brien - Sons"],
    ["a@b.example", "a@b.example"],
  ])("%j is written as %j", (text, written) => {
    expect(guardFormula(text)).toBe(written)
    expect(openGuard(written)).toBe(text)
  })

  test("whatever is guarded is read back as it was", () => {
    fc.assert(
      fc.property(nasty, (text) => openGuard(guardFormula(text)) === text),
      { numRuns: 5000 },
    )
    fc.assert(
      fc.property(nasty, (text) => openGuard(keepQuotes(text)) === text),
      { numRuns: 5000 },
    )
  })

  test("nothing that is written begins as a formula does, whichever separator a reader believes in", () => {
    fc.assert(
      fc.property(nasty, (text) =>
        guardFormula(text)
          .split(/[;,|\t\r\n"]/)
          .every((part) => !/^[\s]*[=+\-@＝]/u.test(part)),
      ),
      { numRuns: 5000 },
    )
  })
})
