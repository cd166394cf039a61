import { describe, expect, test } from "vitest"
import type { Filter } from "@/lib/platform/filter"
import { bookChanges } from "./changes"
import { checkBook, isSameBook, readBook } from "./check-book"
import { namesOf } from "./names"
import type { Book, Rule } from "./rule"
import { ruleSentence } from "./sentence"

const settings = { a: 75, b: 50, c: 25 }
const names = namesOf({ "0193a1b0-0000-7000-8000-00000000000a": "Maja Lindqvist" })
const germans: Filter = ["and", ["country", "is", "DE"], ["website", "filled"]]
const id = (place: number) => `0193a1b0-0000-7000-8000-00000000010${place}`
const rule = (place: number, given: Partial<Rule> = {}): Rule => ({
  id: id(place),
  name: `Rule ${place}`,
  isOn: true,
  when: germans,
  effect: { points: 15 },
  ...given,
})
const book = (...rules: Rule[]): Book => ({ rules, settings })

describe("a rule reads as a sentence", () => {
  test.each<[string, Filter | null, number]>([
    ["When Country/region is Germany and Website is filled: +15 points", germans, 15],
    ["For every lead: +1 point", null, 1],
    ["When Rating is Cold: −20 points", ["rating", "is", "cold"], -20],
    ["When Owner is Maja Lindqvist: +5 points", ["owner", "is", "0193a1b0-0000-7000-8000-00000000000a"], 5],
    ["When Score at least 50: +5 points", ["score", "at-least", "50"], 5],
  ])("%s", (sentence, when, points) => {
    expect(ruleSentence("scoring", { when, effect: { points } }, names)).toBe(sentence)
  })
})

describe("a book is checked", () => {
  const problemsOf = (...rules: unknown[]) => checkBook("scoring", { rules, settings }).problems
  test.each<[string, Partial<Rule>, Record<string, string>]>([
    ["a name is needed", { name: " " }, { [`${id(1)}.name`]: "Give the rule a name" }],
    ["points are whole", { effect: { points: 1.5 } }, { [`${id(1)}.points`]: "Enter whole points" }],
    ["points are at most 100", { effect: { points: 101 } }, { [`${id(1)}.points`]: "Give −100 to 100 points" }],
    ["points are at least −100", { effect: { points: -101 } }, { [`${id(1)}.points`]: "Give −100 to 100 points" }],
    ["points are some", { effect: { points: 0 } }, { [`${id(1)}.points`]: "A rule without points does nothing" }],
    ["a condition is complete", { when: ["country", "is"] as unknown as Filter }, { [`${id(1)}.when`]: "Complete the conditions" }],
    [
      "a condition is not about me",
      { when: ["and", ["owner", "is", "me"], ["city", "filled"]] },
      { [`${id(1)}.when`]: "Choose people by name: a rule does not know who me is" },
    ],
  ])("%s", (_, given, problems) => expect(problemsOf(rule(1, given))).toEqual(problems))

  test("names differ, whatever their case", () => {
    expect(problemsOf(rule(1), rule(2, { name: "RULE 1" }))).toEqual({ [`${id(2)}.name`]: "Another rule has this name" })
  })

  test.each<[string, object, string]>([
    ["A above B", { a: 50, b: 50, c: 25 }, "settings.a"],
    ["B above C", { a: 75, b: 25, c: 25 }, "settings.b"],
    ["within 1 to 100", { a: 175, b: 50, c: 25 }, "settings.a"],
  ])("grades begin %s", (_, given, place) => {
    expect(Object.keys(checkBook("scoring", { rules: [], settings: given }).problems)).toEqual([place])
  })

  test.each([[undefined], ["text"], [[]], [{ rules: "all" }], [{ rules: [{ id: "1" }] }]])("nonsense %j is no book", (given) => {
    expect(checkBook("scoring", given).problems).toHaveProperty("book")
  })

  test("a stored rule whose field went away is off, and the others stay on", () => {
    const read = readBook("scoring", book(rule(1, { when: ["gone", "filled"] as unknown as Filter }), rule(2)))
    expect(read.rules.map(({ isOn }) => isOn)).toEqual([false, true])
  })
})

describe("what changed is told", () => {
  const [one, two, three] = [rule(1), rule(2), rule(3)]
  const sentence = "When Country/region is Germany and Website is filled: +15 points"
  test.each<[string, Book, Book, string[]]>([
    ["nothing", book(one, two), book(one, two), []],
    ["added", book(one), book(one, two), [`Added “Rule 2”. ${sentence}.`]],
    ["added, off", book(), book({ ...one, isOn: false }), [`Added “Rule 1”, off. ${sentence}.`]],
    ["removed", book(one, two), book(two), ["Removed “Rule 1”."]],
    ["renamed", book(one), book({ ...one, name: "New" }), ["Renamed “Rule 1” to “New”."]],
    ["turned off", book(one), book({ ...one, isOn: false }), ["Turned off “Rule 1”."]],
    [
      "changed",
      book(one),
      book({ ...one, effect: { points: -5 } }),
      [`Changed “Rule 1”. When Country/region is Germany and Website is filled: −5 points. Before: ${sentence}.`],
    ],
    ["moved once", book(one, two, three), book(three, one, two), ["Moved “Rule 3” to place 1."]],
    [
      "grades",
      book(one),
      { ...book(one), settings: { a: 80, b: 50, c: 25 } },
      ["Set grade A from 80, B from 50, C from 25. Before: grade A from 75, B from 50, C from 25."],
    ],
  ])("%s", (_, before, after, changes) => {
    expect(bookChanges("scoring", before, after, names)).toEqual(changes)
    expect(isSameBook(before, after)).toBe(changes.length === 0)
  })
})
