import { expect, test } from "vitest"
import { likeText, tellingPart } from "./typed-text"

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

test("no sign of a pattern means anything", () => {
  expect(likeText("100%_\\")).toBe("100\\%\\_\\\\")
})
