import { getCountries } from "libphonenumber-js/min"
import { expect, test } from "vitest"
import { countryName, isCountryCode, listCountries } from "./countries"

// Ascension and Tristan da Cunha have dialling codes of their own, but belong to Saint Helena.
const withoutOwnCode = new Set<string>(["AC", "TA"])

test("the form offers every country that can be called", () => {
  const offered = listCountries().map(({ code }) => code)
  const callable = getCountries().filter((code) => !withoutOwnCode.has(code))
  expect(offered.sort()).toEqual(callable.sort())
})

test("each has a name of its own, in order", () => {
  const names = listCountries().map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  expect(names).toEqual(names.toSorted(new Intl.Collator("en").compare))
  expect(names.some((name) => /^[A-Z]{2}$/.test(name))).toBe(false)
})

test.each([
  ["PT", "Portugal"],
  ["XK", "Kosovo"],
  ["HK", "Hong Kong"],
  ["ZZ", "ZZ"],
])("%s is %s", (code, name) => {
  expect(countryName(code)).toBe(name)
})

test.each(["ZZ", "pt", "", "__proto__", "constructor"])("%j is no country", (code) => {
  expect(isCountryCode(code)).toBe(false)
})
