import { describe, expect, test } from "vitest"
import { defaultMapping, type Mapping } from "./mapping"
import { planConversion } from "./plan"
import { aContact, aCustomer, aDeal, aLeadToPlan, anAccount, aWorld, createEverything, use } from "./testing-world"

const lead = aLeadToPlan()
const plan = (choice: Partial<Parameters<typeof planConversion>[1]> = {}, world = aWorld()) =>
  planConversion(lead, { ...createEverything, ...choice }, world)

describe("everything new", () => {
  test("takes the request's values through the mapping; customers say what their account and contact say", () => {
    const made = plan()
    expect(made.account).toMatchObject({ make: "create", values: { name: "Atlântico Náutica, Lda.", taxId: "509218447", email: null } })
    expect(made.contact).toMatchObject({ make: "create", values: { firstName: "Ana", email: "ana@atlantico.example", language: "pt" } })
    expect(made.organization).toMatchObject({
      make: "create",
      values: { name: "Atlântico Náutica, Lda.", street: "Rua do Porto 114", language: "pt" },
    })
    expect(made.person).toMatchObject({ make: "create", values: { lastName: "Silva", email: "ana@atlantico.example" } })
    expect(made.opportunity).toMatchObject({
      make: "create",
      opportunities: [{ topic: "Partner request", revenue: "45000.00", rating: "warm" }],
    })
  })

  test.each([
    ["accounts_customers", "organization"],
    ["contacts_customers", "person"],
  ] as const)("makes no customer while %s is stopped", (map, part) => {
    const maps = new Set(aWorld().maps)
    maps.delete(map)
    expect(plan({}, aWorld({}, { maps }))[part]).toBeNull()
  })

  test("several opportunities: what was asked, and the request's revenue on the first alone", () => {
    const opportunities = [
      { topic: "Ropes", estimatedRevenue: null },
      { topic: "Engines", estimatedRevenue: 12_000 },
      { topic: "Paint", estimatedRevenue: null },
    ]
    const made = plan({ opportunity: { make: "create", opportunities } }).opportunity
    expect(made.make === "create" && made.opportunities.map(({ topic, revenue }) => [topic, revenue])).toEqual([
      ["Ropes", "45000.00"],
      ["Engines", "12000.00"],
      ["Paint", null],
    ])
  })
})

describe("an account that exists", () => {
  const world = aWorld({ accounts: [anAccount()] })

  test("stays as it is without picks", () => {
    expect(plan({ account: use("account") }, world).account).toMatchObject({ make: "use", changes: [], values: anAccount().values })
  })

  test("takes the picked fields, and only those; what is the same already is no change", () => {
    const { account } = plan({ account: use("account", ["name", "taxId", "country"]) }, world)
    expect(account).toMatchObject({
      changes: [
        { field: "name", from: "Atlantico Nautica", to: "Atlântico Náutica, Lda." },
        { field: "taxId", from: null, to: "509218447" },
      ],
      values: { name: "Atlântico Náutica, Lda.", phone: "+351210000099", taxId: "509218447" },
    })
  })

  test("without a customer gets one that says what the account says", () => {
    expect(plan({ account: use("account", ["taxId"]) }, world).organization).toMatchObject({
      make: "create",
      values: { name: "Atlantico Nautica", phone: "+351210000099", taxId: "509218447" },
    })
  })

  test("with a customer carries the picked fields on to it while the map runs", () => {
    const customer = aCustomer({ id: "org", salesId: "account", values: { name: "Atlantico Nautica", phone: "+351210000099" } })
    const known = { accounts: [anAccount({ customerId: "org" })], customers: [customer] }
    expect(plan({ account: use("account", ["phone"]) }, aWorld(known)).organization).toMatchObject({
      make: "use",
      link: false,
      changes: [{ field: "phone", from: "+351210000099", to: "+351210000001" }],
    })
    const stopped = aWorld(known, { maps: new Set(["contacts_customers"]) })
    expect(plan({ account: use("account", ["phone"]) }, stopped).organization).toMatchObject({ make: "use", changes: [] })
  })

  test("hands on to its customer only what the mapping takes from the account", () => {
    const parts = { ...defaultMapping.parts, organization: { ...defaultMapping.parts.organization, phone: { text: "+49000" } } }
    const mapping: Mapping = { version: 2, parts }
    const customer = aCustomer({ id: "org", values: { name: "Atlantico Nautica", phone: "+1" } })
    const world = aWorld({ accounts: [anAccount({ customerId: "org" })], customers: [customer] }, { mapping })
    expect(plan({ account: use("account", ["phone", "name"]) }, world).organization).toMatchObject({
      changes: [{ field: "name", from: "Atlantico Nautica", to: "Atlântico Náutica, Lda." }],
    })
  })
})

describe("a person", () => {
  test("who is a customer by the same address is used and linked", () => {
    const person = aCustomer({ id: "p", values: { email: "ana@atlantico.example" } })
    const world = aWorld({ customers: [person], people: { "ana@atlantico.example": "p" } })
    expect(plan({}, world).person).toMatchObject({ make: "use", link: true, changes: [] })
  })

  test("who is the counterpart of another contact is used, and not linked twice", () => {
    const person = aCustomer({ id: "p", salesId: "other", values: { email: "ana@atlantico.example" } })
    const world = aWorld({ customers: [person], people: { "ana@atlantico.example": "p" } })
    expect(plan({}, world).person).toMatchObject({ make: "use", link: false })
  })

  test("whose contact takes another address is the same customer, with that address", () => {
    const person = aCustomer({ id: "p", salesId: "contact", values: { email: "rui@atlantico.example" } })
    const world = aWorld({ contacts: [aContact({ customerId: "p" })], customers: [person], people: { "rui@atlantico.example": "p" } })
    expect(plan({ contact: use("contact", ["email"]) }, world).person).toMatchObject({
      make: "use",
      changes: [{ field: "email", from: "rui@atlantico.example", to: "ana@atlantico.example" }],
    })
  })
})

test("an open opportunity is joined, or none is made", () => {
  const world = aWorld({ accounts: [anAccount()], opportunities: [aDeal()] })
  const attach = { make: "attach" as const, id: "deal", version: null }
  expect(plan({ account: use("account"), opportunity: attach }, world).opportunity).toMatchObject({
    make: "attach",
    known: { topic: "Ropes" },
  })
  expect(plan({ opportunity: { make: "skip" } }, world).opportunity).toEqual({ make: "skip" })
})
