import { beforeAll, describe, expect, test } from "vitest"
import { archiveCustomer, reactivateCustomer } from "@/lib/commerce/customers/archive-customer"
import { addAddress, removeAddress } from "@/lib/commerce/customers/change-addresses"
import { addCode, archiveCode } from "@/lib/commerce/customers/change-codes"
import { addContactInfo } from "@/lib/commerce/customers/change-contact-infos"
import { addRegistration } from "@/lib/commerce/customers/change-registrations"
import { chooseInvoiceAccount } from "@/lib/commerce/customers/choose-invoice-account"
import { NewCustomer } from "@/lib/commerce/customers/schema"
import { addMember } from "@/lib/commerce/hierarchies/add-member"
import { removeMember } from "@/lib/commerce/hierarchies/remove-member"
import { aMember, aPartner, newcomer } from "@/lib/commerce/hierarchies/testing-partner"
import type { Staff } from "@/lib/identity/actor"
import { type Ctx, inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { newId } from "@/lib/platform/ids"
import { whileHolding } from "@/lib/platform/testing-waits"
import { editContactInSales } from "@/lib/sales/contacts/edit-contact"
import { newContact } from "@/lib/sales/contacts/new-contact"
import { NewContact } from "@/lib/sales/contacts/schema"
import { anOpportunity, aStaff, runMap } from "@/prisma/makers"
import { createCustomer } from "./create-customer"
import { editAccount } from "./edit-account"
import { editCustomer } from "./edit-customer"
import { brokenInvariants } from "./invariants"
import { makeAddressPrimary, makeContactInfoPrimary } from "./make-primary"

let maja: Staff
let henrik: Staff
let noor: Staff

beforeAll(async () => {
  maja = await aStaff("seller", { name: "Maja Lindqvist" })
  henrik = await aStaff("commerce_manager", { name: "Henrik Aalto" })
  noor = await aStaff("administrator")
})

type Changes = Record<string, string | null>
type Work<Result> = (ctx: Ctx & { actor: Staff }) => Promise<Result>

const as = <Result>(staff: Staff, work: Work<Result>): Promise<Result> => inTransaction(staff, (ctx) => work({ ...ctx, actor: staff }))
const edit = (id: string, version: number, changes: Changes, base: Changes = {}) =>
  as(henrik, (ctx) => editCustomer(ctx, { id, version, changes, base }))
const make = (input: Parameters<typeof NewCustomer.parse>[0]) => as(henrik, (ctx) => createCustomer(ctx, NewCustomer.parse(input)))
const customer = (id: string) => db.customer.findUniqueOrThrow({ where: { id } })
const historyOf = async (recordId: string) =>
  (await db.fieldChange.findMany({ where: { recordId }, orderBy: [{ at: "asc" }, { field: "asc" }] })).map(({ field, from, to }) => [
    field,
    from,
    to,
  ])
/** The organization customer of an account that was qualified. */
async function anOrganization() {
  const { accountId } = await anOpportunity(maja)
  return { accountId, ...(await db.customer.findUniqueOrThrow({ where: { salesId: accountId } })) }
}

test("a person who is made a customer while somebody edits the contact is found by what it says then", async () => {
  const { accountId } = await anOrganization()
  const email = `eva.${newId().slice(-8)}@lund.example`
  const typed = NewContact.parse({ accountId, firstName: "Eva", lastName: "Lund", email })
  const { id } = await as(maja, (ctx) => newContact(ctx, typed))
  await whileHolding(
    (ctx) => editContactInSales({ ...ctx, actor: maja }, { id, version: 1, changes: { lastName: "Lindqvist-Holm" }, base: {} }),
    () => make({ type: "person", firstName: "Eva", lastName: "Lund", email }),
  )
  const { searchText, customerNumber } = await db.contact.findUniqueOrThrow({ where: { id } })
  expect(searchText).toContain("lindqvist-holm")
  expect(searchText).toContain(customerNumber?.toLowerCase())
})

describe("an edit of a customer", () => {
  test("carries what Sales shares to the account, keeps the rest in Commerce, and stands in both histories", async () => {
    const { id, version, accountId, name, number } = await anOrganization()
    const { saved } = await edit(id, version, { name: "Nordhavn ApS", paymentTerms: "N30", searchName: "Nord" })
    expect(saved).toEqual({ name: "Nordhavn ApS", paymentTerms: "N30", searchName: "Nord" })
    const stored = await customer(id)
    expect(stored).toMatchObject({ name: "Nordhavn ApS", paymentTerms: "N30", version: version + 1 })
    expect(stored.searchText).toBe(`nordhavn aps ${stored.phone} ${number.toLowerCase()} nord`)
    expect(await db.account.findUniqueOrThrow({ where: { id: accountId } })).toMatchObject({ name: "Nordhavn ApS", nameKey: "nordhavn" })
    expect(await historyOf(id)).toEqual([
      ["name", name, "Nordhavn ApS"],
      ["paymentTerms", null, "N30"],
      ["searchName", null, "Nord"],
    ])
    expect(await historyOf(accountId)).toEqual([["name", name, "Nordhavn ApS"]])
    expect(await db.auditEntry.count({ where: { recordId: id, move: "customer.edit" } })).toBe(1)
    expect(await db.dualWrite.findMany({ where: { sourceId: id } })).toMatchObject([{ operation: "update", targetId: accountId }])
    expect(await brokenInvariants()).toEqual([])
  })

  test("of the account stands in the customer's history too", async () => {
    const { id, accountId, city } = await anOrganization()
    await as(maja, (ctx) => editAccount(ctx, { id: accountId, version: 1, changes: { city: "Faro" }, base: {} }))
    expect(await historyOf(id)).toEqual([["city", city, "Faro"]])
  })

  test("by two people at once: nothing is lost, and what both changed comes back as a conflict", async () => {
    const { id, version } = await anOrganization()
    const base = { paymentTerms: null, priceGroup: null, note: null }
    const settled = await Promise.all([
      edit(id, version, { paymentTerms: "N30", note: "Mine" }, base),
      edit(id, version, { priceGroup: "GOLD", note: "Theirs" }, base),
    ])
    expect(await customer(id)).toMatchObject({ paymentTerms: "N30", priceGroup: "GOLD" })
    const conflicts = settled.flatMap((one) => one.conflicts)
    expect(conflicts).toMatchObject([{ field: "note", who: "Henrik Aalto" }])
    expect([conflicts[0]?.mine, (await customer(id)).note].sort()).toEqual(["Mine", "Theirs"])
  })

  test("takes a code that can be chosen, and lets one that was archived stay", async () => {
    const code = `T${newId().slice(-8).toUpperCase()}`
    const { id, version } = await anOrganization()
    await expect(edit(id, version, { priceGroup: code })).rejects.toMatchObject({ fields: { priceGroup: expect.stringContaining("list") } })
    await as(henrik, (ctx) => addCode(ctx, { list: "price_group", code, name: "Test" }))
    await edit(id, version, { priceGroup: code })
    const { id: codeId } = await db.customerCode.findFirstOrThrow({ where: { code } })
    await as(henrik, (ctx) => archiveCode(ctx, { codeId }))
    await edit(id, version + 1, { priceGroup: code, note: "Still theirs" })
    expect(await customer(id)).toMatchObject({ priceGroup: code, note: "Still theirs" })
    const other = await anOrganization()
    await expect(edit(other.id, other.version, { priceGroup: code })).rejects.toMatchObject({ code: "invalid" })
    await expect(db.$executeRaw`delete from commerce.customer_code where id = ${codeId}::uuid`).rejects.toThrow(/never deleted/)
    await expect(db.$executeRaw`update commerce.customer set price_group = 'NOWHERE' where id = ${id}::uuid`).rejects.toThrow(/no code/)
  })

  test("that Sales cannot take is refused whole", async () => {
    const [first, second] = [await anOpportunity(maja), await anOpportunity(maja)]
    const { email } = await db.contact.findUniqueOrThrow({ where: { id: first.contactId } })
    const person = await db.customer.findUniqueOrThrow({ where: { salesId: second.contactId } })
    await expect(edit(person.id, person.version, { email, note: "x" })).rejects.toMatchObject({ fields: { email: expect.any(String) } })
    expect(await customer(person.id)).toEqual(person)
  })
})

describe("the invoice account", () => {
  test("is set by the seat, told in history, guarded while it stands, and cleared when the member leaves", async () => {
    const { hierarchyId } = await aPartner()
    const { organizationId } = await db.hierarchy.findUniqueOrThrow({ where: { id: hierarchyId } })
    const memberId = await aMember(hierarchyId)
    const { customerId } = await db.hierarchyMember.findUniqueOrThrow({ where: { id: memberId } })
    const organization = await customer(organizationId)
    expect((await customer(customerId)).invoiceAccountId).toBe(organizationId)
    await expect(as(henrik, (ctx) => chooseInvoiceAccount(ctx, { customerId, number: null }))).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("so the invoices go to that organization"),
    })
    await as(henrik, (ctx) => removeMember(ctx, { hierarchyId, memberId }))
    expect((await customer(customerId)).invoiceAccountId).toBeNull()
    expect(await historyOf(customerId)).toEqual([
      ["invoiceAccount", null, organization.number],
      ["invoiceAccount", organization.number, null],
    ])
  })

  test("is chosen by hand where no seat decides it, and only an organization that is not Archived", async () => {
    const [{ id, number }, payer] = [await anOrganization(), await anOrganization()]
    const choose = (to: string) => as(henrik, (ctx) => chooseInvoiceAccount(ctx, { customerId: id, number: to }))
    await expect(choose(number)).rejects.toMatchObject({ fields: { number: expect.stringContaining("its own") } })
    await expect(choose("CUS-NONE")).rejects.toMatchObject({ code: "invalid" })
    await choose(payer.number)
    expect((await customer(id)).invoiceAccountId).toBe(payer.id)
    expect(await historyOf(id)).toEqual([["invoiceAccount", null, payer.number]])
  })

  test("counts of members and Active Admins follow every statement", async () => {
    const { hierarchyId } = await aPartner()
    await aMember(hierarchyId)
    expect(await db.hierarchy.findUniqueOrThrow({ where: { id: hierarchyId } })).toMatchObject({ memberCount: 2, activeAdminCount: 1 })
  })
})

const kiel = { country: "DE", street: "Hafenstraße 41", city: "Kiel", postalCode: "24103" }

describe("a customer made by hand", () => {
  test("has exactly one counterpart while its map runs, and none otherwise", async () => {
    const made = await make({ type: "organization", name: "Hafen Nord GmbH", ...kiel, paymentTerms: "N60" })
    const stored = await customer(made.id)
    expect(stored).toMatchObject({ status: "active", name: "Hafen Nord GmbH", paymentTerms: "N60", hold: "none", language: "en" })
    expect(await db.account.findMany({ where: { customerId: made.id } })).toMatchObject([
      { id: stored.salesId, name: "Hafen Nord GmbH", customerNumber: made.number, ownerId: null },
    ])
    const email = `${newId()}@hafen.example`
    const person = await make({ type: "person", firstName: "Ute", lastName: "Brandt", email, organizationId: made.id })
    expect(await db.contact.findMany({ where: { email } })).toMatchObject([{ accountId: stored.salesId, customerId: person.id }])
    await runMap(noor, "accounts_customers", "stop")
    const alone = await make({ type: "organization", name: "Alone Ltd" }).finally(() => runMap(noor, "accounts_customers", "start"))
    expect((await customer(alone.id)).salesId).toBeNull()
    expect(await brokenInvariants()).toEqual([])
  })

  test("needs what its type needs: a name, or an email that nobody else has", async () => {
    await expect(make({ type: "organization", name: "" })).rejects.toMatchObject({ fields: { name: "Name cannot be empty" } })
    const email = `${newId()}@twice.example`
    await expect(make({ type: "person", lastName: "Nobody" })).rejects.toMatchObject({ fields: { email: "Email cannot be empty" } })
    await make({ type: "person", lastName: "First", email })
    await expect(make({ type: "person", lastName: "Second", email })).rejects.toMatchObject({
      fields: { email: expect.stringContaining("already") },
    })
  })

  test("as a person orders for an organization that was taken from the list, or for none", async () => {
    const { id, name } = await anOrganization()
    const ute = (given: object) => make({ type: "person", lastName: "Brandt", email: `${newId()}@ute.example`, ...given })
    await expect(ute({ organization: name })).rejects.toMatchObject({
      fields: { organizationId: "Choose the organization from the list, or leave it empty" },
    })
    await expect(ute({ organizationId: newId() })).rejects.toMatchObject({ code: "invalid" })
    const { id: personId } = await ute({ organizationId: id, organization: name })
    expect((await customer(personId)).organizationId).toBe(id)
    await expect(ute({ organizationId: personId })).rejects.toMatchObject({ message: expect.stringContaining("is a Person") })
    expect((await customer((await ute({ organization: " " })).id)).organizationId).toBeNull()
  })

  test("has a whole business address by the form of its country, or none; an edit is judged the same way, and reaches Sales as it is written", async () => {
    await expect(make({ type: "organization", name: "Half", country: "DE", city: "Kiel" })).rejects.toMatchObject({
      fields: { street: "Enter the street", postalCode: "Enter the zip/postal code" },
    })
    const { id } = await make({ type: "organization", name: "Whole", country: "PT", street: "Cais 4", city: "Faro", postalCode: "8000123" })
    const { version, postalCode, salesId } = await customer(id)
    expect(postalCode).toBe("8000-123")
    await expect(edit(id, version, { postalCode: "1" })).rejects.toMatchObject({ fields: { postalCode: expect.any(String) } })
    await expect(edit(id, version, { country: "DE" })).rejects.toMatchObject({ fields: { country: expect.stringContaining("as a whole") } })
    expect((await edit(id, version, { postalCode: "8000 124" })).saved).toEqual({ postalCode: "8000-124" })
    expect(await db.account.findUniqueOrThrow({ where: { id: salesId ?? "" } })).toMatchObject({ postalCode: "8000-124" })
    await edit(id, version + 1, { ...kiel, stateProvince: null })
    expect(await customer(id)).toMatchObject(kiel)
  })

  test("by two people with one email at once: one is made", async () => {
    const email = `${newId()}@race.example`
    const settled = await Promise.allSettled(["One", "Two"].map((lastName) => make({ type: "person", lastName, email })))
    expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    expect(await db.customer.count({ where: { email } })).toBe(1)
    expect(await db.contact.count({ where: { email } })).toBe(1)
  })
})

describe("Archive and Reactivate", () => {
  const archive = (customerId: string) => as(henrik, (ctx) => archiveCustomer(ctx, { customerId, reason: "Closed down" }))

  test("an archived customer is read-only, gives its email back, and becomes what it was", async () => {
    const { id, number } = await anOrganization()
    await archive(id)
    expect(await customer(id)).toMatchObject({ status: "archived" })
    await expect(edit(id, 2, { note: "x" })).rejects.toMatchObject({ message: expect.stringContaining(`${number} is Archived`) })
    expect(await as(henrik, (ctx) => reactivateCustomer(ctx, { customerId: id }))).toEqual({ number, status: "Provisional" })
    expect(await historyOf(id)).toEqual([
      ["status", "provisional", "archived"],
      ["status", "archived", "provisional"],
    ])
  })

  test("neither the organization nor a user of a hierarchy that runs is archived", async () => {
    const { hierarchyId, number, admin } = await aPartner()
    const { organizationId } = await db.hierarchy.findUniqueOrThrow({ where: { id: hierarchyId } })
    for (const id of [organizationId, admin.customerId])
      await expect(archive(id)).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining(number) })
  })

  test("against a colleague who adds the same person as a user: never an archived user", async () => {
    for (let round = 0; round < 8; round++) {
      const { hierarchyId } = await aPartner()
      const who = newcomer()
      const { id } = await make({ type: "person", ...who })
      const settled = await Promise.allSettled([archive(id), as(henrik, (ctx) => addMember(ctx, { hierarchyId, ...who }))])
      const seat = await db.hierarchyMember.findFirst({ where: { hierarchyId, role: "user" }, include: { customer: true } })
      expect(settled[1]?.status).toBe("fulfilled")
      expect(seat?.customer.status).toBe("active")
      // Archived first: the new user is another customer. Added first: the customer was not archived.
      expect(seat?.customerId === id).toBe(settled[0]?.status === "rejected")
    }
  })
})

describe("addresses, emails and numbers", () => {
  const lisbon = { country: "PT", street: "Cais do Sodré 1", street2: "", city: "Lisboa", stateProvince: "", postalCode: "1200450" }

  test("each purpose has one primary address, judged by its country's form", async () => {
    const { id: customerId } = await anOrganization()
    const add = (name: string, more: object = {}) =>
      as(henrik, (ctx) => addAddress(ctx, { customerId, purpose: "delivery", name, ...lisbon, ...more }))
    await expect(add("Nowhere", { postalCode: "1" })).rejects.toMatchObject({ fields: { postalCode: expect.any(String) } })
    await add("North")
    await add("South")
    const primaries = async () =>
      (await db.customerAddress.findMany({ where: { customerId, isPrimary: true } })).map(({ name, postalCode }) => [name, postalCode])
    expect(await primaries()).toEqual([["North", "1200-450"]])
    const south = await db.customerAddress.findFirstOrThrow({ where: { customerId, name: "South" } })
    await as(henrik, (ctx) => makeAddressPrimary(ctx, { customerId, addressId: south.id }))
    expect((await primaries()).map(([name]) => name)).toEqual(["South"])
    await as(henrik, (ctx) => removeAddress(ctx, { customerId, addressId: south.id }))
    expect((await primaries()).map(([name]) => name)).toEqual(["North"])
    expect((await historyOf(customerId)).map(([field]) => field)).toEqual(["addresses", "addresses", "addresses", "addresses"])
  })

  test("a business address that becomes primary changes places with the customer's own, in Sales too", async () => {
    const { id: customerId, accountId, street } = await anOrganization()
    await as(henrik, (ctx) => addAddress(ctx, { customerId, purpose: "business", name: "Head office", ...lisbon }))
    const { id: addressId } = await db.customerAddress.findFirstOrThrow({ where: { customerId } })
    await as(henrik, (ctx) => makeAddressPrimary(ctx, { customerId, addressId }))
    expect(await customer(customerId)).toMatchObject({ street: "Cais do Sodré 1", city: "Lisboa" })
    expect(await db.account.findUniqueOrThrow({ where: { id: accountId } })).toMatchObject({ city: "Lisboa" })
    expect(await db.customerAddress.findUniqueOrThrow({ where: { id: addressId } })).toMatchObject({ street, isPrimary: false })
  })

  test("an address that becomes primary while a colleague edits the customer's own changes places with what that one says then", async () => {
    const { id: customerId, version } = await anOrganization()
    await as(henrik, (ctx) => addAddress(ctx, { customerId, purpose: "business", name: "Head office", ...lisbon }))
    const { id: addressId } = await db.customerAddress.findFirstOrThrow({ where: { customerId } })
    await whileHolding(
      (ctx) => editCustomer({ ...ctx, actor: henrik }, { id: customerId, version, changes: { street: "Rua Nova 7" }, base: {} }),
      () => as(henrik, (ctx) => makeAddressPrimary(ctx, { customerId, addressId })),
    )
    expect(await customer(customerId)).toMatchObject({ street: "Cais do Sodré 1", city: "Lisboa" })
    expect(await db.customerAddress.findUniqueOrThrow({ where: { id: addressId } })).toMatchObject({ street: "Rua Nova 7" })
  })

  test("another phone becomes the primary one, and the one that was stays beside it", async () => {
    const { id: customerId, phone } = await anOrganization()
    await as(henrik, (ctx) => addContactInfo(ctx, { customerId, kind: "phone", value: "+351 210 000 000", label: "Desk" }))
    const { id: infoId } = await db.customerContactInfo.findFirstOrThrow({ where: { customerId } })
    await as(henrik, (ctx) => makeContactInfoPrimary(ctx, { customerId, infoId }))
    expect((await customer(customerId)).phone).toBe("+351210000000")
    expect(await db.customerContactInfo.findMany({ where: { customerId } })).toMatchObject([{ value: phone, label: "Earlier phone" }])
  })

  test("a number is stored once, checked where a check exists", async () => {
    const { id: customerId } = await anOrganization()
    const add = () => as(henrik, (ctx) => addRegistration(ctx, { customerId, type: "gln", country: "", number: "4006381 333931" }))
    expect(await add()).toEqual({ number: "4006381333931" })
    await expect(add()).rejects.toMatchObject({ fields: { number: expect.stringContaining("already") } })
    expect(await db.customerRegistration.findMany({ where: { customerId } })).toMatchObject([{ isChecked: true }])
  })
})
