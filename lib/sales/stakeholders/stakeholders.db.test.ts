import { expect, test } from "vitest"
import type { Staff } from "@/lib/identity/actor"
import { staffRoles } from "@/lib/identity/permissions"
import { type Ctx, inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { aLead, anOpportunity, aStaff, qualify, undo } from "@/prisma/makers"
import { findContacts } from "../contacts/find-contacts"
import { addStakeholder, editStakeholder, removeStakeholder } from "./edit-stakeholders"
import { listStakeholders } from "./queries"
import { refusalToEditStakeholders } from "./rules"
import { AddStakeholder } from "./schema"

const as = <Done>(actor: Staff, work: (ctx: Ctx & { actor: Staff }) => Promise<Done>) =>
  inTransaction(actor, (ctx) => work({ ...ctx, actor }))
const nobody = { contactId: null, email: null, note: "", name: null }

test("sellers, sales managers and administrators name stakeholders", () => {
  const may = staffRoles.filter((staffRole) => refusalToEditStakeholders({ id: "x", staffRole }) === null)
  expect(may).toEqual(["seller", "sales_manager", "administrator"])
})

test("a contact has one part in a record; a name needs no contact; each change is audited", async () => {
  const seller = await aStaff("seller")
  const { id, contactId } = await anOpportunity(seller)
  const about = { about: "opportunity" as const, id }
  const ana = await as(seller, (ctx) => addStakeholder(ctx, { ...about, ...nobody, role: "champion", contactId }))
  expect(ana.name).toBe("Ana Silva")
  await expect(as(seller, (ctx) => addStakeholder(ctx, { ...about, ...nobody, role: "blocker", contactId }))).rejects.toThrow("already")
  await expect(as(seller, (ctx) => addStakeholder(ctx, { ...about, ...nobody, role: "blocker" }))).rejects.toThrow("Enter a name")
  const rui = await as(seller, (ctx) =>
    addStakeholder(ctx, { ...about, ...nobody, role: "blocker", name: "Rui Costa", note: "Buys elsewhere." }),
  )
  await expect(
    as(seller, (ctx) => editStakeholder(ctx, { ...nobody, stakeholderId: rui.id, version: 1, role: "other", contactId })),
  ).rejects.toThrow("Ana Silva is among the stakeholders already.")
  await as(seller, (ctx) => editStakeholder(ctx, { ...nobody, stakeholderId: rui.id, version: 1, role: "influencer", name: "Rui Costa" }))
  await expect(as(seller, (ctx) => removeStakeholder(ctx, { stakeholderId: rui.id, version: 1 }))).rejects.toThrow("meanwhile")
  expect(await listStakeholders({ opportunities: [id] })).toMatchObject([
    { name: "Ana Silva", role: "champion", contactId, about: "opportunity" },
    { name: "Rui Costa", role: "influencer", note: null, contactId: null },
  ])
  await as(seller, (ctx) => removeStakeholder(ctx, { stakeholderId: rui.id, version: 2 }))
  const moves = await db.auditEntry.findMany({ where: { recordId: id, move: { startsWith: "stakeholder." } }, orderBy: { id: "asc" } })
  expect(moves.map(({ move, from, to }) => [move, from, to])).toEqual([
    ["stakeholder.add", null, "Ana Silva, Champion"],
    ["stakeholder.add", null, "Rui Costa, Blocker"],
    ["stakeholder.edit", "Rui Costa, Blocker", "Rui Costa, Influencer"],
    ["stakeholder.remove", "Rui Costa, Influencer", null],
  ])
})

test("a lead's stakeholders stay visible on its opportunity; undone, those of the opportunity come back to the lead, each once", async () => {
  const seller = await aStaff("seller")
  const lead = await aLead()
  const other = await anOpportunity(seller)
  const add = (about: "lead" | "opportunity", id: string, given: Partial<AddStakeholder>) =>
    as(seller, (ctx) => addStakeholder(ctx, { about, id, ...nobody, role: "decision_maker", ...given }))
  await add("lead", lead.id, { name: "Before" })
  await add("lead", lead.id, { contactId: other.contactId })
  const { opportunityId, decisionId } = await qualify(seller, lead.id)
  const id = opportunityId ?? ""
  await add("opportunity", id, { name: "After" })
  await add("opportunity", id, { contactId: other.contactId, role: "champion" })
  expect((await listStakeholders({ opportunities: [id], leads: [lead.id] })).map(({ name, about }) => `${name} ${about}`)).toEqual([
    "Before lead",
    "Ana Silva lead",
    "After opportunity",
    "Ana Silva opportunity",
  ])
  await undo(seller, decisionId)
  expect((await listStakeholders({ leads: [lead.id] })).map(({ name, role }) => `${name} ${role}`)).toEqual([
    "Before decision_maker",
    "Ana Silva decision_maker",
    "After decision_maker",
  ])
})

test("a bad email is refused at its field; contacts are found by name, email or company from three letters on", async () => {
  const parsed = AddStakeholder.safeParse({ about: "lead", id: (await aLead()).id, role: "other", name: "X", email: "no@", note: "" })
  expect(parsed.error?.issues[0]?.path).toEqual(["email"])
  const { contactId } = await anOpportunity(await aStaff("seller"), { firstName: "Zoltán", lastName: "Kovács" })
  expect(await findContacts("zo")).toEqual([])
  expect((await findContacts("zoltan")).map(({ id, name }) => [id, name])).toEqual([[contactId, "Zoltán Kovács"]])
  expect(await findContacts("100%_")).toEqual([])
})
