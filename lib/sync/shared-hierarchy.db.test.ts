import { beforeAll, expect, test } from "vitest"
import { archiveCustomer } from "@/lib/commerce/customers/archive-customer"
import { addMember } from "@/lib/commerce/hierarchies/add-member"
import { disableMember } from "@/lib/commerce/hierarchies/disable-member"
import { removeMember } from "@/lib/commerce/hierarchies/remove-member"
import { seated } from "@/lib/commerce/hierarchies/testing-partner"
import type { Staff } from "@/lib/identity/actor"
import { type Actor, inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { aLead, anOpportunity, aStaff, qualify, reopen, undo, win } from "@/prisma/makers"
import { brokenInvariants } from "./invariants"

let maja: Staff
let henrik: Staff
beforeAll(async () => {
  maja = await aStaff("seller", { name: "Maja Lindqvist" })
  henrik = await aStaff("commerce_manager", { name: "Henrik Aalto" })
})

const membersOf = async (prospectId: string | null) => {
  const { hierarchyId } = await db.prospect.findUniqueOrThrow({ where: { id: prospectId ?? "" } })
  const members = await db.hierarchyMember.findMany({ where: { hierarchyId: hierarchyId ?? "" }, orderBy: { invitedAt: "asc" } })
  return { hierarchyId: hierarchyId ?? "", members }
}
const add = (hierarchyId: string, email: string, role: "admin" | "user") =>
  inTransaction(henrik, (ctx) => addMember(ctx, { hierarchyId, firstName: "Rui", lastName: "Costa", email, role }))

test("an approval is not taken back where its requestor is the only Admin that another request of the company has left", async () => {
  const first = await anOpportunity(maja)
  await win(maja, first.id)
  const lead = await aLead()
  const second = await qualify(maja, lead.id, { accountId: first.accountId })
  const { decisionId } = await win(maja, second.opportunityId ?? "")
  const { hierarchyId, members } = await membersOf(first.prospectId)
  expect(members.map(({ role }) => role)).toEqual(["admin", "admin"])
  await inTransaction(henrik, (ctx) => removeMember(ctx, { hierarchyId, memberId: members[0]?.id ?? "" }))

  const refused = { code: "conflict", message: expect.stringMatching(/without an Admin\. Let a Commerce manager or Administrator make/) }
  await expect(undo(maja, decisionId)).rejects.toMatchObject(refused)
  await expect(reopen(maja, second.opportunityId ?? "")).rejects.toMatchObject(refused)
  expect(await brokenInvariants()).toEqual([])

  await add(hierarchyId, "rui.costa@left.example", "admin")
  await reopen(maja, second.opportunityId ?? "")
  expect(await brokenInvariants()).toEqual([])
})

test("who is archived while a hierarchy is suspended is no user of it once it runs again, and undo puts the seat back", async () => {
  const { id, prospectId } = await anOpportunity(maja)
  await win(maja, id)
  const { hierarchyId } = await membersOf(prospectId)
  const { memberId } = await add(hierarchyId, "rui.costa@archived.example", "user")
  await reopen(maja, id)
  const { customerId } = await seated(memberId)
  await inTransaction(henrik, (ctx) => archiveCustomer({ ...ctx, actor: henrik }, { customerId, reason: "Left the company" }))

  const { decisionId } = await win(maja, id)
  expect((await seated(memberId)).removedAt).not.toBeNull()
  expect(await brokenInvariants()).toEqual([])
  const { receipt } = await db.decision.findUniqueOrThrow({ where: { id: decisionId } })
  expect(JSON.stringify(receipt)).toContain("Rui Costa, archived meanwhile, is no user of HIE-")
  await undo(maja, decisionId)
  expect(await seated(memberId)).toMatchObject({ removedAt: null, customer: { status: "archived" } })
  expect(await brokenInvariants()).toEqual([])
})

const theAdmin = (members: { personId: string }[]): Actor => ({
  ...{ kind: "partner", id: members[0]?.personId ?? "", name: "Ana Silva", role: "Admin" },
})

/** A company whose second request came from a user whom its own Admin disabled. */
async function aDisabledRequestor() {
  const first = await anOpportunity(maja)
  await win(maja, first.id)
  const { hierarchyId, members } = await membersOf(first.prospectId)
  const email = `rui.costa@${hierarchyId}.example`
  const { memberId } = await add(hierarchyId, email, "user")
  await inTransaction(theAdmin(members), (ctx) => disableMember(ctx, { hierarchyId, memberId, reason: "On leave" }))
  const lead = await aLead({ email, firstName: "Rui", lastName: "Costa" })
  const { opportunityId } = await qualify(maja, lead.id, { accountId: first.accountId })
  return { memberId, opportunityId: opportunityId ?? "" }
}

test("whom their own Admin disabled an approval lets in as Admin, and undo disables again by the same hand", async () => {
  const { memberId, opportunityId } = await aDisabledRequestor()
  const before = await seated(memberId)
  expect(before).toMatchObject({ status: "disabled", disabledByOwn: true, role: "user" })
  const { decisionId } = await win(maja, opportunityId)
  expect(await seated(memberId)).toMatchObject({ status: "pending", disabledByOwn: false, role: "admin" })
  await undo(maja, decisionId)
  const { version, customer, ...rest } = before
  expect(await seated(memberId)).toMatchObject(rest)
})

test("whom their own Admin disabled only the store lets in once their approval was reopened", async () => {
  const first = await anOpportunity(maja)
  await win(maja, first.id)
  const { hierarchyId, members } = await membersOf(first.prospectId)
  const { opportunityId } = await qualify(maja, (await aLead()).id, { accountId: first.accountId })
  await win(maja, opportunityId ?? "")
  const memberId = (await membersOf(first.prospectId)).members.find(({ id }) => id !== members[0]?.id)?.id ?? ""
  await inTransaction(theAdmin(members), (ctx) => disableMember(ctx, { hierarchyId, memberId, reason: "On leave" }))
  await reopen(maja, opportunityId ?? "")
  expect(await seated(memberId)).toMatchObject({
    status: "disabled",
    disabledByOwn: false,
    disabledReason: expect.stringContaining("reopened"),
  })
})
