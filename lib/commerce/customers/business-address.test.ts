import { describe, expect, test } from "vitest"
import { AppError } from "@/lib/platform/errors"
import { judgeAddressEdit, judgeNewAddress } from "./business-address"

/** The fields that a judgement refuses. */
function refused(judge: () => unknown): string[] {
  try {
    judge()
    return []
  } catch (error) {
    return error instanceof AppError ? Object.keys(error.fields ?? {}) : ["?"]
  }
}

const setubal = { country: "PT", street: "Rua do Porto 114", street2: null, city: "Setúbal", stateProvince: null, postalCode: "2900-213" }

describe("the business address of a new customer", () => {
  test("may be none, or a country alone", () => {
    expect(judgeNewAddress({})).toEqual({})
    expect(judgeNewAddress({ country: "PT", street: " " })).toEqual({})
  })

  test("is whole or not at all, and written as its country writes it", () => {
    expect(judgeNewAddress({ country: "PT", street: "Rua do Porto 114", city: "Setúbal", postalCode: "2900213" })).toMatchObject({
      postalCode: "2900-213",
      stateProvince: "",
    })
    expect(refused(() => judgeNewAddress({ country: "PT", city: "Setúbal" }))).toEqual(expect.arrayContaining(["street", "postalCode"]))
    expect(refused(() => judgeNewAddress({ street: "Rua do Porto 114" }))).toEqual(["country"])
    expect(refused(() => judgeNewAddress({ country: "US", street: "1 Pier", city: "Astoria", postalCode: "97103" }))).toEqual([
      "stateProvince",
    ])
  })
})

describe("an edit of a business address", () => {
  test.each([
    ["what is no line of an address is left alone", setubal, { phone: "+351" }, { phone: "+351" }],
    ["a postal code is written as its country writes it", setubal, { postalCode: "2900214" }, { postalCode: "2900-214" }],
    ["a state by its letters", { country: "US", street: "1 Pier" }, { stateProvince: "or" }, { stateProvince: "OR" }],
    ["an address that is known in part stays so", { country: "DE", city: "Kiel" }, { city: "Lübeck" }, { city: "Lübeck" }],
    ["and grows line by line", { country: "DE" }, { city: "Kiel" }, { city: "Kiel" }],
    ["one without a country, too", { city: "Kiel" }, { street: "Hafenstraße 41" }, { street: "Hafenstraße 41" }],
    ["what the country does not ask for may go", { ...setubal, street2: "2º Esq." }, { street2: null }, { street2: null }],
    ["all of it may go", setubal, gone(), gone()],
  ] as const)("%s", (_, stood, changes, judged) => {
    expect(judgeAddressEdit(stood, changes)).toEqual(judged)
  })

  test.each([
    ["a postal code of nowhere", setubal, { postalCode: "29" }, ["postalCode"]],
    ["a state that the country does not have", { country: "US", street: "1 Pier" }, { stateProvince: "Kent" }, ["stateProvince"]],
    ["a line that the country's addresses do not have", { country: "EE", city: "Tallinn" }, { stateProvince: "Harju" }, ["stateProvince"]],
    ["to take away what the country asks for", setubal, { street: "" }, ["street"]],
    ["to take away the country alone", setubal, { country: null }, ["country"]],
    ["another country that the other lines do not fit", setubal, { country: "DE" }, ["country"]],
    ["each line at itself", setubal, { ...setubal, country: "DE", postalCode: "1", street: "" }, ["street", "postalCode"]],
  ] as const)("is refused %s", (_, stood, changes, fields) => {
    expect(refused(() => judgeAddressEdit(stood, changes))).toEqual(fields)
  })
})

function gone() {
  return { country: null, street: null, street2: null, city: null, stateProvince: null, postalCode: null }
}
