import { beforeAll, expect, test } from "vitest"
import { addMember } from "@/lib/commerce/hierarchies/add-member"
import type { Staff } from "@/lib/identity/actor"
import { makeLink, secretOf } from "@/lib/identity/links"
import { openReset } from "@/lib/identity/reset-password"
import { inTransaction, theSystem } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { newId } from "@/lib/platform/ids"
import { aProspect, approve, aStaff } from "@/prisma/makers"
import { acceptInvitation } from "./accept-invitation"
import { getInvitation } from "./invitation"
import { listSeats } from "./partner"

let manager: Staff

beforeAll(async () => {
  manager = await aStaff("commerce_manager")
})

/** An approved partner whose Admin has the invitation and has not answered it. */
async function anInvitation() {
  const { id, email } = await aProspect()
  await approve(manager, id)
  const { hierarchyId } = await db.prospect.findUniqueOrThrow({ where: { id }, select: { hierarchyId: true } })
  const member = await db.hierarchyMember.findFirstOrThrow({ where: { hierarchyId: hierarchyId ?? "" } })
  const link = await db.link.findFirstOrThrow({ where: { subjectId: member.id } })
  return { member, email, hierarchyId: member.hierarchyId, token: secretOf(link.id, "set_password") }
}

/** A second user of the partner, invited as the Admin would. */
async function aSecondInvitation(hierarchyId: string) {
  const newcomer = { firstName: "Rui", lastName: "Costa", email: `${newId()}@partner.example`, role: "user" as const }
  const { memberId } = await inTransaction(manager, (ctx) => addMember(ctx, { hierarchyId, ...newcomer }))
  const member = await db.hierarchyMember.findUniqueOrThrow({ where: { id: memberId } })
  const expiresAt = new Date(Date.now() + 3_600_000)
  const linkId = await inTransaction(theSystem, async (ctx) =>
    makeLink(ctx, { purpose: "set_password", personId: member.personId, subjectId: memberId, expiresAt }),
  )
  return { member, hierarchyId, token: secretOf(linkId, "set_password") }
}

const accept = (token: string, newHash: string | null = "a hash") =>
  inTransaction(theSystem, (ctx) => acceptInvitation(ctx, { token, newHash }))
const memberNow = ({ id }: { id: string }) => db.hierarchyMember.findUniqueOrThrow({ where: { id } })
const personNow = (id: string) => db.person.findUniqueOrThrow({ where: { id } })

test("looking at an invitation uses nothing up", async () => {
  const { token, email } = await anInvitation()
  for (let looks = 0; looks < 3; looks++) expect(await getInvitation(token)).toMatchObject({ email, hasPassword: false, role: "Admin" })
})

test("accepting sets the password, makes the place Active, and leaves one audit row", async () => {
  const { token, member } = await anInvitation()
  await accept(token)
  expect(await memberNow(member)).toMatchObject({ status: "active", acceptedAt: expect.any(Date) })
  expect(await personNow(member.personId)).toMatchObject({ passwordHash: "a hash" })
  expect(await db.auditEntry.findMany({ where: { recordId: member.id } })).toMatchObject([
    { move: "member.accept", from: "pending", to: "active", actorId: member.personId },
  ])
})

test("an invitation is accepted once", async () => {
  const { token, member } = await anInvitation()
  await accept(token)
  await expect(accept(token, "another hash")).rejects.toMatchObject({ code: "not_found" })
  expect(await personNow(member.personId)).toMatchObject({ passwordHash: "a hash" })
  expect(await getInvitation(token)).toBeNull()
})

test("of two who accept at once, one wins and the other changes nothing", async () => {
  const { token, member } = await anInvitation()
  const results = await Promise.allSettled([accept(token, "hash of one"), accept(token, "hash of the other")])
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
  expect(await db.auditEntry.count({ where: { recordId: member.id } })).toBe(1)
})

test("a link never changes a password that exists", async () => {
  const { token, member } = await anInvitation()
  await db.person.update({ where: { id: member.personId }, data: { passwordHash: "the one I have" } })
  expect(await getInvitation(token)).toMatchObject({ hasPassword: true })
  await expect(accept(token, "a hash")).rejects.toMatchObject({ code: "not_found" })
  await accept(token, null)
  expect(await personNow(member.personId)).toMatchObject({ passwordHash: "the one I have" })
  expect(await memberNow(member)).toMatchObject({ status: "active" })
})

test("a first password is changed by no link that was mailed before it, and the password that exists stays changeable", async () => {
  const aReset = (personId: string) =>
    inTransaction(theSystem, async (ctx) =>
      makeLink(ctx, { purpose: "reset_password", personId, expiresAt: new Date(Date.now() + 3_600_000) }),
    )
  const isOpen = async (linkId: string) => (await openReset(secretOf(linkId, "reset_password"), new Date())) !== null
  const [first, known] = [await anInvitation(), await anInvitation()]
  await db.person.update({ where: { id: known.member.personId }, data: { passwordHash: "the one I have" } })
  const [closed, open] = [await aReset(first.member.personId), await aReset(known.member.personId)]
  await accept(first.token)
  await accept(known.token, null)
  expect([await isOpen(closed), await isOpen(open)]).toEqual([false, true])
})

test("an invitation to a place that was taken back opens nothing", async () => {
  const [suspended, disabled] = [await anInvitation(), await anInvitation()]
  const removed = await aSecondInvitation(disabled.hierarchyId)
  await db.hierarchyMember.update({ where: { id: removed.member.id }, data: { removedAt: new Date() } })
  await db.hierarchy.update({ where: { id: suspended.hierarchyId }, data: { suspendedAt: new Date() } })
  await db.person.update({ where: { id: disabled.member.personId }, data: { disabledAt: new Date() } })
  for (const { token } of [removed, suspended, disabled]) {
    expect(await getInvitation(token)).toBeNull()
    await expect(accept(token)).rejects.toMatchObject({ code: "not_found" })
  }
})

test("a member of staff sets a first password by a link without a place", async () => {
  const staff = await aStaff("seller")
  const expiresAt = new Date(Date.now() + 3_600_000)
  const linkId = await inTransaction(theSystem, async (ctx) => makeLink(ctx, { purpose: "set_password", personId: staff.id, expiresAt }))
  const accepted = await accept(secretOf(linkId, "set_password"))
  expect(accepted).toMatchObject({ memberId: null, person: { staffRole: "seller" } })
  expect(await db.auditEntry.findMany({ where: { recordId: staff.id } })).toMatchObject([{ move: "password.set" }])
})

test("a place counts while it is Active, not removed, and its hierarchy not suspended", async () => {
  const { hierarchyId } = await anInvitation()
  const { token, member } = await aSecondInvitation(hierarchyId)
  expect(await listSeats(member.personId)).toEqual([])
  await accept(token)
  expect(await listSeats(member.personId)).toMatchObject([{ id: member.id, role: "user", hierarchyId }])

  await db.hierarchy.update({ where: { id: hierarchyId }, data: { suspendedAt: new Date() } })
  expect(await listSeats(member.personId)).toEqual([])
  await db.hierarchy.update({ where: { id: hierarchyId }, data: { suspendedAt: null } })
  expect(await listSeats(member.personId)).toHaveLength(1)

  await db.hierarchyMember.update({ where: { id: member.id }, data: { removedAt: new Date() } })
  expect(await listSeats(member.personId)).toEqual([])
  expect(await listSeats(newId())).toEqual([])
})
