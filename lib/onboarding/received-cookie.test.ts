import { expect, test } from "vitest"
import { readReceivedCookie } from "./received-cookie"

test.each(["PRO-000042", "B2B-2026-000001", "REQ2026/12/00017-4", "P000001"])("%s is shown as the reference", (number) => {
  expect(readReceivedCookie(number)).toBe(number)
})

test.each([undefined, "", "P", "pro-1", "PRO-1 <b>", "PRO-1\n", "PRO\0-1", `P${"1".repeat(80)}`])("%j is none", (value) => {
  expect(readReceivedCookie(value)).toBeNull()
})
