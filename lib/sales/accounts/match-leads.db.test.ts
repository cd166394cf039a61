import { beforeAll, expect, test } from "vitest"
import { db } from "@/lib/platform/db"
import { newId } from "@/lib/platform/ids"
import { aLead, aStaff } from "@/prisma/makers"
import { keptPartners } from "../matching/kept-partners"
import { runMatching } from "../matching/run-matching"
import { matchLead } from "./match-lead"
import { matchLeads } from "./match-leads"

/** Lets the worker match until nothing is left to do. */
async function settle(): Promise<void> {
  while (await runMatching());
}

const anAccount = (name: string, given: object = {}) =>
  db.account.create({ data: { id: newId(), name, nameKey: "", createdAt: new Date(), country: "PT", ...given } })

const aContact = (accountId: string, email: string) =>
  db.contact.create({ data: { id: newId(), firstName: "Ana", lastName: "Silva", email, accountId, createdAt: new Date() } })

const alone = { website: null, phone: null, taxId: null }
let leads: Awaited<ReturnType<typeof aLead>>[] = []

/** Companies with every reason to be taken for one that exists, and some with none. */
async function aHouse() {
  const zephyr = await anAccount("Zephyr Rigging", { domain: "zephyr.example", taxId: "PT501", postalCode: "4050-111" })
  await anAccount("Zephyr Sails", { domain: "zephyr.example", taxId: "PT502" })
  const boreas = await anAccount("Boreas Chandlers Unlimited", { street: "Rua do Cais 12", postalCode: "4050-111" })
  await aContact(zephyr.id, "ana@zephyr.example")
  for (let made = 0; made < 30; made++) await anAccount(`Marina Berth ${made} Holding`, { domain: "marina.example" })
  leads = [
    await aLead({ ...alone, companyName: "Zephyr Rigging, Lda.", email: "ana@zephyr.example", taxId: "PT501" }),
    await aLead({ ...alone, companyName: "Zephir Riggin", email: "rui@gmail.com", postalCode: "4050-111" }),
    await aLead({
      ...alone,
      companyName: "Boreas Chandlers Unlimitted",
      email: "eva@gmail.com",
      street: "Rua do Cais 12",
      postalCode: "4050-111",
    }),
    await aLead({ ...alone, companyName: "Marina Berth 7", email: "office@marina.example" }),
    await aLead({ ...alone, companyName: "Somebody Else Entirely", email: "nobody@nowhere.example" }),
  ]
  return { zephyr, boreas }
}

let house: Awaited<ReturnType<typeof aHouse>>

beforeAll(async () => {
  await settle()
  house = await aHouse()
  await settle()
})

/** What the dry run reads for all of them at once, beside what the desk reads for each. */
async function bothWays() {
  const rows = await db.lead.findMany({ where: { id: { in: leads.map(({ id }) => id) } }, orderBy: { id: "asc" } })
  const many = await matchLeads(db, rows)
  const single = new Map<string, unknown>()
  for (const row of rows) {
    const { accounts, contacts } = await matchLead(db, row)
    single.set(row.id, { accounts: accounts.slice(0, 6), contacts: contacts.slice(0, 6) })
  }
  return { many: Object.fromEntries(many), single: Object.fromEntries(single) }
}

const keptOf = async () =>
  [
    ...(
      await keptPartners(
        db,
        leads.map(({ id }) => id),
      )
    ).keys(),
  ].sort()

test("many leads are matched from the pairs that are kept, and the same as each at the desk", async () => {
  expect(await keptOf()).toEqual(leads.map(({ id }) => id).sort())
  const { many, single } = await bothWays()
  expect(many).toEqual(single)
  const [, misspelled] = leads
  expect(many[misspelled?.id ?? ""]?.accounts.map(({ id }) => id)).toContain(house.zephyr.id)
})

test("a lead that changed is matched anew until the worker has come to it; the others are not", async () => {
  const [, , changed] = leads
  await db.lead.update({ where: { id: changed?.id ?? "" }, data: { companyName: "Zephyr Riging" } })
  expect(await keptOf()).not.toContain(changed?.id)
  expect(await keptOf()).toHaveLength(4)
  const { many, single } = await bothWays()
  expect(many).toEqual(single)
  expect(many[changed?.id ?? ""]?.accounts.map(({ id }) => id)).toContain(house.zephyr.id)
  await settle()
  expect((await bothWays()).many).toEqual(many)
})

test("an account that just came is found by what is equal to the letter, before the worker has come to it", async () => {
  const [, , , , lonely] = leads
  const late = await anAccount("Somebody Else Entirely", { nameKey: "somebody else entirely" })
  const { many, single } = await bothWays()
  expect(many).toEqual(single)
  expect(many[lonely?.id ?? ""]?.accounts.map(({ id }) => id)).toEqual([late.id])
})

test("what was said not to be the same is left out both ways", async () => {
  const [first] = leads
  const { id: personId, name: personName } = await aStaff("seller")
  const [one = "", other = ""] = [first?.id ?? "", house.zephyr.id].sort()
  const kinds = one === house.zephyr.id ? (["account", "lead"] as const) : (["lead", "account"] as const)
  await db.notTheSame.create({
    data: { firstId: one, secondId: other, firstKind: kinds[0], secondKind: kinds[1], personId, personName, at: new Date() },
  })
  const { many, single } = await bothWays()
  expect(many).toEqual(single)
  expect(many[first?.id ?? ""]?.accounts.map(({ id }) => id)).not.toContain(house.zephyr.id)
})

test("while the house is compared anew every lead is", async () => {
  await db.matchSweep.update({ where: { id: 1 }, data: { finishedAt: null, step: "keys:account", through: null } })
  expect(await keptOf()).toEqual([])
  const { many, single } = await bothWays()
  expect(many).toEqual(single)
  await settle()
  expect(await keptOf()).toHaveLength(5)
})
