import { expect, test } from "vitest"
import { defaultMapping } from "./conversion/mapping"
import { handedBack } from "./hand-back"

test("an account takes over what the mapping takes from it, and nothing that Commerce alone keeps", () => {
  const values = { name: "Nordhavn", city: "Aarhus", language: "da", paymentTerms: "N30", searchName: "Nord" }
  expect(handedBack(defaultMapping, "organization", values)).toEqual({ name: "Nordhavn", city: "Aarhus" })
})

test("a contact takes over names, email, phone and language; a person's address stays in Commerce", () => {
  const values = { lastName: "Costa", email: "rui@costa.example", language: "pt", city: "Faro" }
  expect(handedBack(defaultMapping, "person", values)).toEqual({ lastName: "Costa", email: "rui@costa.example", language: "pt" })
})

test("a field goes back to where the mapping takes it from", () => {
  const parts = { ...defaultMapping.parts, organization: { ...defaultMapping.parts.organization, name: { from: "account.website" } } }
  expect(handedBack({ ...defaultMapping, parts }, "organization", { name: "x" })).toEqual({ website: "x" })
})
