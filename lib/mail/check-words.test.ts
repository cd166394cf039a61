import { expect, test } from "vitest"
import { checkWords, placed } from "./check-words"
import { houseLetters, type LetterName, letterNames } from "./house-letters"

const said = (letter: LetterName, body: string, subject = "Hello") => checkWords(letter, { subject, body }).map(placed)

test.each(letterNames)("the product's own words of %s can be published", (letter) => {
  expect(checkWords(letter, houseLetters[letter])).toEqual([])
})

test("the default subjects are those of the field", () => {
  expect(houseLetters["prospect-approved"].subject).toBe("Your request to become a business partner is approved")
  expect(houseLetters["prospect-rejected"].subject).toBe("Your request to become a business partner was declined")
  expect(houseLetters["request-received"].subject).toBe("We received your request %reference%")
})

test.each<[LetterName, string, string[]]>([
  ["user-removed", "Hello\n%surname%, hello", ["Line 2, column 1: There is no placeholder %surname%. For the sign itself, type \\%."]],
  ["user-removed", "Hello %Company%", ["Line 1, column 7: There is no placeholder %Company%. Write %company%."]],
  ["user-removed", "%reason%", ["Line 1, column 1: %reason% stands for nothing in this letter."]],
  ["user-removed", "100\\%sure\\% and 5 % more", []],
  [
    "user-removed",
    "[x](ftp://a.example)",
    ["Line 1, column 1: A link leads to an address that begins with https:// or mailto:, to %link% or to %storeurl%."],
  ],
  [
    "user-removed",
    "[x](https://a.example/?e=%email%)",
    ["Line 1, column 1: A link leads to an address that begins with https:// or mailto:, to %link% or to %storeurl%."],
  ],
  ["user-removed", "[x](https://a.example/a%20b) [y](mailto:a@b.example) [z](%storeurl%)", []],
  ["user-removed", "Go [[Here]](https://a.example)", ["Line 1, column 4: A button stands alone on its line: [[Words]](%link%)."]],
  [
    "user-removed",
    "[[Here]](javascript:alert)",
    ["Line 1, column 1: A button leads to an address that begins with https:// or mailto:, to %link% or to %storeurl%."],
  ],
  ["user-removed", "", ["Line 1, column 1: Write the letter first."]],
  ["prospect-approved", "Welcome\n\nto us", ["Line 3, column 1: %link% is missing. The letter is of no use without it."]],
  ["prospect-approved", "[[In]](%link%)", []],
  [
    "request-received",
    "%company% %link%",
    [
      "Line 1, column 1: %company% cannot stand in this letter: nobody may have confirmed the address, and it would carry a stranger’s words.",
    ],
  ],
  [
    "request-merged",
    "Hello %firstname%, see %link%",
    [
      "Line 1, column 7: %firstname% cannot stand in this letter: nobody may have confirmed the address, and it would carry a stranger’s words.",
    ],
  ],
])("%s: %j", (letter, body, expected) => {
  expect(said(letter, body)).toEqual(expected)
})

test("a subject is there, and holds no private link", () => {
  expect(said("user-removed", "Hello", " ")).toEqual(["Subject, column 1: Enter a subject."])
  expect(said("user-added", "%link%", "See %link%")).toEqual([
    "Subject, column 5: The private link belongs into the letter, not into its subject.",
  ])
})
