import { expect, test } from "vitest"
import { isRecordId, recordHref } from "./record-href"

test("only a UUID is a record's id", () => {
  expect(isRecordId("01a20363-f7ca-7545-bec6-8dc9daeb3719")).toBe(true)
  for (const other of ["", "7", "x", "01a20363-f7ca-7545-bec6-8dc9daeb3719 "]) expect(isRecordId(other)).toBe(false)
})

test("a kind without a page of its own has no address", () => {
  expect(recordHref("lead", "7")).toBe("/sales/leads/7")
  expect(recordHref("member", "7")).toBe(null)
})
