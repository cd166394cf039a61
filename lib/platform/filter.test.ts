import { describe, expect, test } from "vitest"
import type { Fields } from "./fields"
import { conditionCount, filterText, filterWords, operatorsOf, readFilter } from "./filter"

const fields: Fields = {
  name: { label: "Name", kind: "text" },
  rating: { label: "Rating", kind: "rating", words: { hot: "Hot", cold: "Cold" } },
  country: { label: "Country/region", kind: "country" },
  owner: { label: "Owner", kind: "person" },
  launched: { label: "Launched", kind: "day" },
  built: { label: "Built", kind: "time" },
  value: { label: "Value", kind: "money" },
  afloat: { label: "Afloat", kind: "yes-no" },
  shop: { label: "Shop", kind: "channel" },
  shops: { label: "Shops", kind: "channel", isSet: true },
}
const somebody = "01a20363-f7ca-7545-bec6-8dc9daeb3719"
const read = (filter: unknown) => readFilter(fields, JSON.stringify(filter))

test.each([
  [["name", "contains", "ana"]],
  [["rating", "is", "hot", "cold"]],
  [["owner", "is", "me", somebody]],
  [["owner", "empty"]],
  [["launched", "between", "2026-01-01", "2026-02-28"]],
  [["launched", "last-days", "30"]],
  [["launched", "during", "next-quarter"]],
  [["built", "during", "last-year"]],
  [["value", "at-least", "1200.50"]],
  [["afloat", "yes"]],
  [["shop", "is", "outlet", "main"]],
  [["shops", "is", "outlet", "=outlet", "+", "*"]],
  [["and", ["rating", "is", "hot"], ["or", ["country", "is", "DE"], ["name", "starts", "A"]]]],
])("%j is read as it stands", (filter) => {
  expect(read(filter)).toEqual(filter)
  expect(readFilter(fields, filterText(read(filter)))).toEqual(filter)
})

test.each([
  [["speed", "is", "1"]],
  [["__proto__", "empty"]],
  [["constructor", "is", "x"]],
  [["launched", "on", "2026-02-31"]],
  [["launched", "before", "2026-13-01Z"]],
  [["name", "contains", "a\0b"]],
  [["name", "is", "a\ud83d"]],
  [["name", "matches", ".*"]],
  [["name", "toString", "x"]],
  [["name", "contains"]],
  [["name", "contains", ""]],
  [["name", "contains", "a\0b"]],
  [["name", "contains", "x".repeat(201)]],
  [["rating", "is", "warm"]],
  [["rating", "is", "toString"]],
  [["rating", "is"]],
  [["country", "is", "de"]],
  [["owner", "is", "x'; drop table"]],
  [["launched", "on", "2026-13-45"]],
  [["launched", "between", "2026-01-01"]],
  [["launched", "last-days", "-3"]],
  [["launched", "during", "2026-01-01"]],
  [["launched", "during", "this-day"]],
  [["launched", "during"]],
  [["built", "during", "next-year"]],
  [["value", "at-least", "1e9"]],
  [["afloat", "yes", "no"]],
  [["shop", "is", "*"]],
  [["shop", "is", "=outlet"]],
  [["shops", "is", "**"]],
  [["shops", "is", "="]],
  [["and"]],
  [["and", ["name", "contains", "a"], ["speed", "empty"]]],
  [["and", ["and", ["and", ["and", ["and", ["name", "empty"]]]]]]],
  [["and", ...Array.from({ length: 40 }, () => ["name", "empty"])]],
  ["name"],
  [{ name: "is" }],
  [null],
])("%j counts as no filter", (filter) => {
  expect(read(filter)).toBeNull()
})

test("text that is no JSON counts as no filter", () => {
  for (const text of ["", "[", "x".repeat(9000), undefined, ["a"], 7]) expect(readFilter(fields, text)).toBeNull()
})

describe("in words", () => {
  const named = {
    fields,
    people: { [somebody]: "Maja Lindqvist", outlet: "Harbourline Outlet" },
    countryName: (code: string) => ({ DE: "Germany", FR: "France" })[code] ?? code,
  }
  test.each([
    [["rating", "is", "hot", "cold"], "Rating is Hot or Cold"],
    [["owner", "is", somebody], "Owner is Maja Lindqvist"],
    [["owner", "is", "me"], "Owner is me"],
    [["owner", "empty"], "Owner is empty"],
    [["shop", "is", "outlet"], "Shop is Harbourline Outlet"],
    [["shops", "is", "=outlet", "+", "*"], "Shops is Harbourline Outlet only, Several channels, or All channels"],
    [["launched", "last-days", "30"], "Launched in the last 30 days"],
    [["launched", "during", "this-month"], "Launched during this month"],
    [["launched", "between", "2026-01-01", "2026-02-28"], "Launched between 2026-01-01 and 2026-02-28"],
    [
      ["and", ["country", "is", "DE"], ["or", ["name", "starts", "A"], ["afloat", "yes"]]],
      "Country/region is Germany and (Name starts with A or Afloat is yes)",
    ],
  ])("%j", (filter, words) => {
    const known = read(filter)
    expect(known && filterWords(known, named)).toBe(words)
  })
})

test("every kind of field offers operators, and each can be counted", () => {
  for (const field of Object.values(fields)) expect(operatorsOf(field).length).toBeGreaterThan(1)
  expect(conditionCount(read(["and", ["rating", "is", "hot"], ["or", ["afloat", "no"], ["name", "empty"]]]))).toBe(3)
  expect(conditionCount(null)).toBe(0)
})
