import { beforeAll, expect, test } from "vitest"
import type { Staff } from "@/lib/identity/actor"
import { inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { anOpportunity, aStaff, runMap, undo, win } from "@/prisma/makers"
import { editAccount } from "./edit-account"
import { editContact } from "./edit-contact"
import { brokenInvariants } from "./invariants"

let maja: Staff
let noor: Staff

beforeAll(async () => {
  maja = await aStaff("seller")
  noor = await aStaff("administrator")
})

type Changes = Record<string, string | null>
const account = async (id: string, changes: Changes) => {
  const { version } = await db.account.findUniqueOrThrow({ where: { id } })
  return inTransaction(maja, (ctx) => editAccount({ ...ctx, actor: maja }, { id, version, changes, base: {} }))
}
const contact = async (id: string, changes: Changes) => {
  const { version } = await db.contact.findUniqueOrThrow({ where: { id } })
  return inTransaction(maja, (ctx) => editContact({ ...ctx, actor: maja }, { id, version, changes, base: {} }))
}
const customerOf = (salesId: string) => db.customer.findUniqueOrThrow({ where: { salesId } })

test("an account's new details reach its customer in the same transaction, and dual-write says so", async () => {
  const { id, accountId, contactId } = await anOpportunity(maja)
  await account(accountId, { name: "Nordhavn Yachts ApS", phone: "+4532123456", city: "Aarhus", country: "DK", website: "nordhavn.dk" })
  expect(await customerOf(accountId)).toMatchObject({
    name: "Nordhavn Yachts ApS",
    phone: "+4532123456",
    city: "Aarhus",
    country: "DK",
    website: "https://nordhavn.dk",
    searchText: expect.stringContaining("nordhavn"),
  })
  expect(await db.account.findUniqueOrThrow({ where: { id: accountId } })).toMatchObject({
    nameKey: "nordhavn yachts",
    domain: "nordhavn.dk",
  })
  expect(await db.contact.findUniqueOrThrow({ where: { id: contactId } })).toMatchObject({
    searchText: expect.stringContaining("nordhavn"),
  })
  expect(await db.opportunity.findUniqueOrThrow({ where: { id } })).toMatchObject({
    searchText: expect.stringContaining("nordhavn"),
    version: 1,
  })
  expect(await db.dualWrite.findMany({ where: { sourceId: accountId, operation: "update" } })).toMatchObject([
    { map: "accounts_customers", targetKind: "customer", state: "applied" },
  ])
  expect(await brokenInvariants()).toEqual([])
})

test("with the map off only Sales changes", async () => {
  const { accountId, contactId } = await anOpportunity(maja)
  const before = await customerOf(accountId)
  await runMap(noor, "accounts_customers", "stop")
  await runMap(noor, "contacts_customers", "stop")
  try {
    await account(accountId, { name: "Another name" })
    await contact(contactId, { lastName: "Another" })
    expect(await customerOf(accountId)).toEqual(before)
    expect((await customerOf(contactId)).lastName).toBe("Silva")
    expect(await db.dualWrite.count({ where: { sourceId: { in: [accountId, contactId] }, operation: "update" } })).toBe(0)
  } finally {
    await runMap(noor, "accounts_customers", "start")
    await runMap(noor, "contacts_customers", "start")
  }
})

test("a contact's name and address reach its customer; a job title is Sales' own", async () => {
  const { id, contactId } = await anOpportunity(maja)
  await contact(contactId, { jobTitle: "Head of purchasing" })
  expect(await db.dualWrite.count({ where: { sourceId: contactId, operation: "update" } })).toBe(0)
  await contact(contactId, { lastName: "Carvalho", email: `Ana.Carvalho.${contactId.slice(-6)}@Example.com`, language: "pt" })
  expect(await customerOf(contactId)).toMatchObject({
    name: "Ana Carvalho",
    lastName: "Carvalho",
    email: `ana.carvalho.${contactId.slice(-6)}@example.com`,
    language: "pt",
  })
  expect(await db.opportunity.findUniqueOrThrow({ where: { id } })).toMatchObject({ searchText: expect.stringContaining("carvalho") })
})

test("an address that another contact has, or none where Commerce needs one, is refused at the field and nothing is written", async () => {
  const [first, second] = [await anOpportunity(maja), await anOpportunity(maja)]
  const { email } = await db.contact.findUniqueOrThrow({ where: { id: first.contactId } })
  await expect(contact(second.contactId, { email, lastName: "Other" })).rejects.toMatchObject({
    code: "invalid",
    fields: { email: "Ana Silva is a contact with this email already." },
  })
  await expect(contact(second.contactId, { email: null })).rejects.toMatchObject({
    fields: { email: expect.stringContaining("needs an email") },
  })
  expect((await db.contact.findUniqueOrThrow({ where: { id: second.contactId } })).lastName).toBe("Silva")
})

test("two contacts given one address at the same time: one keeps it, the other is told", async () => {
  for (let round = 0; round < 5; round++) {
    const [first, second] = [await anOpportunity(maja), await anOpportunity(maja)]
    const email = `one-${round}@address.example`
    const settled = await Promise.allSettled([contact(first.contactId, { email }), contact(second.contactId, { email })])
    expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    expect(settled.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "invalid" } })
    expect(await db.customer.count({ where: { email } })).toBe(1)
  }
})

test("who signs in to the portal keeps the address of the sign-in, and takes a new name along", async () => {
  const { id, contactId } = await anOpportunity(maja)
  await win(maja, id)
  await expect(contact(contactId, { email: "new@address.example" })).rejects.toMatchObject({
    fields: { email: expect.stringContaining("signs in to the partner portal") },
  })
  await contact(contactId, { firstName: "Anabela" })
  const { email } = await customerOf(contactId)
  expect(await db.person.findUniqueOrThrow({ where: { email: email ?? "" } })).toMatchObject({ name: "Anabela Silva" })
  expect(await brokenInvariants()).toEqual([])
})

test("a decision whose rows were edited since is not undone over the edit: it names the record", async () => {
  const { id, accountId } = await anOpportunity(maja)
  const { decisionId } = await win(maja, id)
  await account(accountId, { city: "Faro" })
  await expect(undo(maja, decisionId)).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("was changed since") })
  expect((await customerOf(accountId)).city).toBe("Faro")
})
