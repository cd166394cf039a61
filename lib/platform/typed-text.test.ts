import { expect, test } from "vitest"
import { likeText, soughtText, tellingPart } from "./typed-text"

test.each([
  ["pro-287500", "287500"],
  ["+351265548210", "351265548210"],
  ["pro-0047", "pro-0047"],
  ["-4711.example", "-4711"],
  ["ana.silva@atlantico-12.example", "ana.silva@atlantico-12"],
  ["nordlicht pumps", "nordlicht pumps"],
  [".com", ".com"],
  ["ab.com", "ab.com"],
])("of %s the index is asked for %s", (typed, asked) => {
  expect(tellingPart(typed)).toBe(asked)
  expect(typed).toContain(asked)
})

test.each([
  ["+351 265 548 210", "+351265548210"],
  ["00351 265-548-210", "+351265548210"],
  ["+49 (0)421 21 86 00", "+49421218600"],
  ["(0421) 218600", "421218600"],
  ["0421/218600", "421218600"],
  ["0421218600", "421218600"],
  ["265 548 210", "265548210"],
  ["+1 425 555 0100 ext. 9", "+14255550100"],
  ["265548210", "265548210"],
  ["000123", "000123"],
  ["2026-000123", "2026-000123"],
  ["pro-000123", "pro-000123"],
  ["24 7", "24 7"],
  ["3 m 2000", "3 m 2000"],
  ["ana 265 548", "ana 265 548"],
])("%s is looked for as %s", (typed, sought) => {
  expect(soughtText(typed)).toBe(sought)
})

test("no sign of a pattern means anything", () => {
  expect(likeText("100%_\\")).toBe("100\\%\\_\\\\")
})
