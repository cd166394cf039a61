import { expect, test } from "vitest"
import { applyMark, insertWords, type MarkName, offsetOf } from "./apply-mark"

/** A text with its selection between bars. */
const selected = (text: string) => {
  const [before = "", inside = "", after = ""] = text.split("|")
  return { text: before + inside + after, from: before.length, to: before.length + inside.length }
}
const shown = ({ text, from, to }: ReturnType<typeof selected>) => `${text.slice(0, from)}|${text.slice(from, to)}|${text.slice(to)}`

test.each<[MarkName, string, string]>([
  ["bold", "a |b| c", "a **|b|** c"],
  ["bold", "a || c", "a **|Words|** c"],
  ["link", "|here|", "[|here|](https://)"],
  ["button", "|Open|", "[[|Open|]](%link%)"],
  ["title", "x\nHel|l|o\ny", "x\n|# Hello|\ny"],
  ["list", "|a\nb|", "|- a\n- b|"],
  ["list", "|- a\n- b|", "|a\nb|"],
  ["said", "|- a|", "|> a|"],
  ["quiet", "||", "|~ |"],
])("%s on %j", (mark, before, after) => {
  expect(shown(applyMark(selected(before), mark))).toBe(after)
})

test("words take the place of the selection, and a place is found again", () => {
  expect(shown(insertWords(selected("a |b| c"), "%company%"))).toBe("a %company%|| c")
  expect(offsetOf("ab\ncd\nef", 3, 2)).toBe(7)
})
