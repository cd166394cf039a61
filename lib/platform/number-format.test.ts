import { describe, expect, test } from "vitest"
import { checkDigit, formatPattern, problemOfFormat, writtenNumber } from "./number-format"

const at = new Date("2026-11-30T23:59:00Z")

describe("a format", () => {
  test.each(["PRO-{number}", "C{year}-{month}/{number}", "CUS-{year}{number}{check}", "A{number}-X"])("%s can be used", (format) => {
    expect(problemOfFormat(format)).toBeNull()
  })

  test.each([
    ["PRO-", /once/],
    ["PRO-{number}{number}", /once/],
    ["PRO-{year}{year}{number}", /each placeholder once/],
    ["PRO-{month}{number}", /needs \{year\}/],
    ["1-{number}", /letter/],
    ["{number}", /letter/],
    ["PRO_{number}", /capital/],
    ["PRO-{day}{number}", /\{year\}/],
    ["PRO-{number", /braces/],
    ["PRO-}{number}", /braces/],
    ["PRO-{number}1", /no digit/],
    [`P${"X".repeat(40)}{number}`, /forty/],
  ])("%s cannot", (format, why) => {
    expect(problemOfFormat(format)).toMatch(why)
  })
})

describe("a number", () => {
  test("is written with its year, its month, its zeros and its check digit", () => {
    expect(writtenNumber({ format: "C{year}-{month}/{number}{check}", digits: 4 }, 7, at)).toBe("C2026-11/00075")
    expect(writtenNumber({ format: "PRO-{number}", digits: 3 }, 12_345, at)).toBe("PRO-12345")
  })

  test.each([
    ["7992739871", "3"],
    ["0", "0"],
    ["0007", "5"],
  ])("%s has the check digit %s", (digits, check) => {
    expect(checkDigit(digits)).toBe(check)
  })

  test("is found again by its format, and another format's is not", () => {
    const { pattern, at: place } = formatPattern({ format: "C{year}-{number}", digits: 4 })
    const found = (number: string) => new RegExp(pattern).exec(number)
    expect(found("C2026-0042")?.[place.number ?? 0]).toBe("0042")
    expect(found("C2026-0042")?.[place.year ?? 0]).toBe("2026")
    expect(found("C2026-12345")?.[place.number ?? 0]).toBe("12345")
    for (const other of ["C2026-00042", "C2026-042", "D2026-0042", "C2026-0042X"]) expect(found(other)).toBeNull()
  })
})
