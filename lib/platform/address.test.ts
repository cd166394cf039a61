import { describe, expect, test } from "vitest"
import { listCountries } from "@/lib/platform/countries"
import { type AddressFieldName, addressFieldsFor, formatAddress } from "./address"

const field = (country: string, name: AddressFieldName) => addressFieldsFor(country).find((each) => each.name === name)

describe("a country has its own fields in its own order", () => {
  test.each([
    ["", "street street2 city stateProvince postalCode"],
    ["US", "street street2 city stateProvince postalCode"],
    ["CA", "street street2 city stateProvince postalCode"],
    ["PT", "street street2 postalCode city"],
    ["DE", "street street2 postalCode city"],
    ["GB", "street street2 city postalCode"],
    ["IE", "street street2 city stateProvince postalCode"],
    ["AE", "street street2 city stateProvince"],
    ["SG", "street street2 postalCode"],
    ["HU", "city street street2 postalCode"],
    ["JP", "street street2 city stateProvince postalCode"],
    ["EE", "street street2 postalCode city"],
    ["BJ", "street street2 city"],
  ])("%s: %s", (country, names) => {
    expect(addressFieldsFor(country).map(({ name }) => name)).toEqual(names.split(" "))
  })
})

test("labels are the same in every country", () => {
  const labels = new Set(listCountries().flatMap(({ code }) => addressFieldsFor(code).map(({ name, label }) => `${name}: ${label}`)))
  expect([...labels].sort()).toEqual([
    "city: City",
    "postalCode: ZIP/postal code",
    "stateProvince: State/province",
    "street2: Street 2",
    "street: Street",
  ])
})

test("every country has a street and, but for city-states, a city", () => {
  for (const { code } of listCountries()) {
    expect(field(code, "street")?.required, code).toBe(true)
    expect(field(code, "city") !== undefined || ["GI", "MO", "SG"].includes(code), code).toBe(true)
  }
})

test("what a country calls its code and state is told in the hint", () => {
  expect(field("PT", "postalCode")?.hint).toBe("Seven digits, for example 2900-213.")
  expect(field("IE", "postalCode")).toMatchObject({ hint: "Eircode, for example D02 X285.", required: false, inputMode: "text" })
  expect(field("DE", "postalCode")).toMatchObject({ hint: "Postleitzahl, for example 10115.", required: true, inputMode: "numeric" })
  expect(field("JP", "stateProvince")?.hint).toBe("Prefecture, for example Osaka.")
  expect(field("US", "stateProvince")?.options).toContainEqual({ code: "WA", name: "Washington" })
  expect(field("IT", "stateProvince")).not.toHaveProperty("options")
})

describe("an address is written as its country writes it", () => {
  test.each([
    [
      { country: "PT", street: "Rua do Porto de Pesca 114", street2: "Armazém 7", city: "Setúbal", postalCode: "2900-213" },
      ["Rua do Porto de Pesca 114", "Armazém 7", "2900-213 Setúbal", "Portugal"],
    ],
    [
      { country: "US", street: "1 Main St", city: "Redmond", stateProvince: "WA", postalCode: "98052" },
      ["1 Main St", "Redmond, WA 98052", "United States"],
    ],
    [
      { country: "SG", street: "1 Raffles Place", city: "Singapore", postalCode: "048616" },
      ["1 Raffles Place", "SINGAPORE 048616", "Singapore"],
    ],
    [
      { country: "AE", street: "1 Sheikh Zayed Rd", city: "Dubai", stateProvince: "Dubai" },
      ["1 Sheikh Zayed Rd", "Dubai", "Dubai", "United Arab Emirates"],
    ],
    [{ country: "GB", street: "1 High St", city: "London", postalCode: "SW1A 1AA" }, ["1 High St", "London", "SW1A 1AA", "United Kingdom"]],
  ])("%j", (address, lines) => {
    expect(formatAddress(address)).toEqual(lines)
  })
})
