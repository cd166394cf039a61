import { describe, expect, test } from "vitest"
import { coverageOf, type DatedText } from "./coverage"
import { lineDiff } from "./line-diff"
import { type PublishedText, pickText } from "./pick-text"

const own = { id: "own", defaultLanguage: "fr" }
const standard = { id: "standard", defaultLanguage: "de" }
const text = (profileId: string, language: string): PublishedText => ({
  ...{ profileId, language, textId: `${profileId}-${language}`, number: 1, subject: `${profileId} ${language}`, body: "" },
})
const all = [text("own", "sv"), text("standard", "sv"), text("own", "fr"), text("standard", "de"), text("standard", "en")]
const picked = (language: string, published: PublishedText[]) => {
  const found = pickText("user-removed", published, { language, own, standard })
  return found.textId ?? `house ${found.language}`
}

describe("which words a reader gets", () => {
  test.each<[string, string[], string]>([
    ["sv", [], "own-sv"],
    ["sv", ["own-sv"], "standard-sv"],
    ["sv", ["own-sv", "standard-sv"], "own-fr"],
    ["sv", ["own-sv", "standard-sv", "own-fr"], "standard-de"],
    ["sv", ["own-sv", "standard-sv", "own-fr", "standard-de"], "standard-en"],
    ["sv", ["own-sv", "standard-sv", "own-fr", "standard-de", "standard-en"], "house en"],
    ["en", ["standard-en"], "house en"],
    ["en", [], "standard-en"],
  ])("in %s without %j: %s", (language, without, expected) => {
    expect(
      picked(
        language,
        all.filter(({ textId }) => !without.includes(textId)),
      ),
    ).toBe(expected)
  })
})

describe("language coverage", () => {
  const at = (day: number) => new Date(Date.UTC(2026, 10, day))
  const dated = (profileId: string, language: string, day: number): DatedText => ({
    ...{ profileId, language, letter: "user-removed", textId: `${profileId}-${language}`, number: 1, at: at(day) },
  })
  const covers = (language: string, texts: DatedText[]) => coverageOf("user-removed", language, texts, own, standard)

  test.each<[string, string, DatedText[]]>([
    ["own", "sv", [dated("own", "fr", 1), dated("own", "sv", 2)]],
    ["outdated", "sv", [dated("own", "sv", 1), dated("own", "fr", 2)]],
    ["own", "fr", [dated("own", "sv", 3), dated("own", "fr", 2)]],
    ["shared", "sv", [dated("standard", "sv", 2)]],
    ["outdated", "sv", [dated("standard", "sv", 1), dated("own", "fr", 2)]],
    ["house", "en", []],
  ])("%s, in %s", (state, language, texts) => {
    expect(covers(language, texts)).toEqual({ state, language })
  })

  test("names the language that readers get instead", () => {
    expect(covers("sv", [dated("own", "fr", 1)])).toEqual({ state: "other", language: "fr" })
    expect(covers("sv", [])).toEqual({ state: "other", language: "en" })
  })
})

test("two texts differ line by line", () => {
  expect(lineDiff("a\nb\nc", "a\nx\nc\nd").map(({ kind, text: words }) => `${kind} ${words}`)).toEqual([
    "same a",
    "gone b",
    "new x",
    "same c",
    "new d",
  ])
  expect(lineDiff("", "")).toEqual([{ kind: "same", text: "" }])
})
