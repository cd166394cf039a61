import { describe, expect, test } from "vitest"
import { refusalToConvert } from "./judge"
import { defaultMapping } from "./mapping"
import type { SettledChoice } from "./plan"
import { aContact, aCustomer, aDeal, aLeadToPlan, anAccount, aWorld, createEverything, use } from "./testing-world"
import type { World } from "./world"

const seller = { id: "maja", staffRole: "seller" as const }
const refusal = (choice: Partial<SettledChoice>, world: World = aWorld(), lead = aLeadToPlan()) =>
  refusalToConvert(lead, { ...createEverything, ...choice }, world, seller)

const known = aWorld({ accounts: [anAccount()], contacts: [aContact()], opportunities: [aDeal()] })

test("everything new, what exists as it is, and what was looked at as it stands are fine", () => {
  expect(refusal({})).toBeNull()
  expect(refusal({ account: use("account", ["name"], 3), contact: use("contact", ["phone"], 2) }, known)).toBeNull()
  expect(refusal({ account: use("account"), opportunity: { make: "attach", id: "deal", version: 4 } }, known)).toBeNull()
  expect(refusal({ opportunity: { make: "skip" } })).toBeNull()
})

test("a lead without an address cannot become a partner", () => {
  expect(refusal({}, aWorld(), aLeadToPlan({ email: null }))).toMatchObject({
    code: "invalid",
    message: expect.stringContaining("no email address"),
  })
})

describe("what is not there, or not as it was", () => {
  test.each<[string, Partial<SettledChoice>, string]>([
    ["account", { account: use("nobody") }, "accountId"],
    ["contact", { contact: use("nobody") }, "contactId"],
    ["opportunity", { account: use("account"), opportunity: { make: "attach", id: "none", version: null } }, "opportunityId"],
  ])("no such %s", (_, choice, field) => {
    expect(refusal(choice, known)).toMatchObject({ code: "not_found", field })
  })

  test.each<[string, Partial<SettledChoice>, string]>([
    ["account", { account: use("account", [], 2) }, "accountId"],
    ["contact", { contact: use("contact", [], 1) }, "contactId"],
    ["opportunity", { account: use("account"), opportunity: { make: "attach", id: "deal", version: 3 } }, "opportunityId"],
  ])("a stale %s", (kind, choice, field) => {
    expect(refusal(choice, known)).toMatchObject({
      code: "conflict",
      field,
      stale: { kind },
      message: expect.stringContaining("was changed while you looked at it"),
    })
  })
})

describe("an opportunity to join", () => {
  const join: Partial<SettledChoice> = { opportunity: { make: "attach", id: "deal", version: null } }

  test("belongs to the account that is used", () => {
    expect(refusal(join, known)).toMatchObject({ message: expect.stringContaining("belongs to another account") })
    const other = aWorld({ accounts: [anAccount(), anAccount({ id: "other" })], opportunities: [aDeal()] })
    expect(refusal({ ...join, account: use("other") }, other)).toMatchObject({ field: "opportunityId" })
  })

  test.each(["won", "lost"] as const)("is open, not %s", (state) => {
    const world = aWorld({ accounts: [anAccount()], opportunities: [aDeal({ state })] })
    expect(refusal({ ...join, account: use("account") }, world)).toMatchObject({
      code: "conflict",
      message: expect.stringContaining("Reopen it"),
    })
  })

  test("is one's own or nobody's, or one works on anybody's", () => {
    const world = aWorld({ accounts: [anAccount()], opportunities: [aDeal({ ownerId: "tomas", ownerName: "Tomás" })] })
    const choice = { ...createEverything, ...join, account: use("account") }
    expect(refusalToConvert(aLeadToPlan(), choice, world, seller)).toMatchObject({
      code: "forbidden",
      message: expect.stringContaining("Tomás owns this"),
    })
    expect(refusalToConvert(aLeadToPlan(), choice, world, { id: "priya", staffRole: "sales_manager" })).toBeNull()
  })
})

test.each([0, 6])("%i opportunities are none too few or too many", (count) => {
  const opportunities = Array.from({ length: count }, () => ({ topic: "One", estimatedRevenue: null }))
  expect(refusal({ opportunity: { make: "create", opportunities } })).toMatchObject({ code: "invalid", field: "topic" })
})

describe("one address, one person", () => {
  test("a contact who has the lead's address is used, not made again", () => {
    const world = aWorld({ contacts: [aContact({ values: { ...aContact().values, email: "ana@atlantico.example" } })] })
    expect(refusal({}, world)).toMatchObject({
      message: "Rui Costa is a contact with this email already. Use the existing contact.",
      field: "contactId",
    })
    expect(refusal({ contact: use("contact") }, world)).toBeNull()
  })

  test("another contact cannot take it either", () => {
    const twin = aContact({ id: "twin", values: { firstName: "Ana", lastName: "Silva", email: "ana@atlantico.example" } })
    expect(refusal({ contact: use("contact", ["email"]) }, aWorld({ contacts: [aContact(), twin] }))).toMatchObject({ field: "contactId" })
  })

  test("who signs in keeps the address of the sign-in", () => {
    const person = aCustomer({ id: "p", signsIn: true, values: { email: "rui@atlantico.example" } })
    const world = aWorld({ contacts: [aContact({ customerId: "p" })], customers: [person] })
    expect(refusal({ contact: use("contact", ["email"]) }, world)).toMatchObject({
      message: expect.stringContaining("signs in to the partner portal"),
    })
    expect(refusal({ contact: use("contact", ["phone"]) }, world)).toBeNull()
  })

  test("a customer who has the address already keeps it", () => {
    const [own, other] = [aCustomer({ id: "p", values: { email: "rui@atlantico.example" } }), aCustomer({ id: "q", number: "CUS-000009" })]
    const world = aWorld({ contacts: [aContact({ customerId: "p" })], customers: [own, other], people: { "ana@atlantico.example": "q" } })
    expect(refusal({ contact: use("contact", ["email"]) }, world)).toMatchObject({ message: expect.stringContaining("CUS-000009") })
  })
})

describe("what must not be empty", () => {
  test("an existing contact without an address takes the request's", () => {
    const world = aWorld({ contacts: [aContact({ values: { firstName: "Rui", lastName: "Costa", language: "pt" } })] })
    expect(refusal({ contact: use("contact") }, world)).toMatchObject({ message: "Rui Costa has no email. Take the request's value." })
    expect(refusal({ contact: use("contact", ["email"]) }, world)).toBeNull()
  })

  test("a new account has a name, an opportunity a topic", () => {
    expect(refusal({}, aWorld(), aLeadToPlan({ company: null }))).toMatchObject({ code: "invalid", field: "accountId" })
    const { topic: _, ...opportunity } = defaultMapping.parts.opportunity
    const mapping = { version: 1, parts: { ...defaultMapping.parts, opportunity } }
    expect(refusal({}, aWorld({}, { mapping }))).toMatchObject({ field: "topic" })
  })
})
