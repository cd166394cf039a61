import { describe, expect, test } from "vitest"
import { changeStaffRole } from "@/lib/identity/change-staff-role"
import { disableStaff } from "@/lib/identity/disable-staff"
import { enableStaff } from "@/lib/identity/enable-staff"
import { inviteStaff } from "@/lib/identity/invite-staff"
import { type Ctx, inTransaction, theSystem } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { newId } from "@/lib/platform/ids"
import { aStaff } from "@/prisma/makers"

const doing = <Result>(work: (ctx: Ctx) => Promise<Result>) => inTransaction(theSystem, work)

async function aSession(personId: string) {
  const at = new Date()
  const expiresAt = new Date(at.getTime() + 3_600_000)
  return db.session.create({ data: { id: newId(), sidHash: newId(), personId, createdAt: at, lastSeenAt: at, expiresAt } })
}
const isOpen = async ({ id }: { id: string }) => (await db.session.findUniqueOrThrow({ where: { id } })).endedAt === null
const invited = (personId: string) => db.fact.count({ where: { name: "staff.invited", payload: { path: ["personId"], equals: personId } } })

describe("staff", () => {
  test("an invitation makes a person with a role and announces the letter", async () => {
    const email = `${newId()}@staff.example`
    const { personId } = await doing((ctx) => inviteStaff(ctx, { name: "Ines Moreau", email, role: "seller" }))
    expect(await db.person.findUniqueOrThrow({ where: { id: personId } })).toMatchObject({ email, staffRole: "seller", passwordHash: null })
    expect(await invited(personId)).toBe(1)
    await doing((ctx) => inviteStaff(ctx, { name: "Ines Moreau", email, role: "seller" }))
    expect(await invited(personId)).toBe(2)
    const promoted = doing((ctx) => inviteStaff(ctx, { name: "Ines Moreau", email, role: "administrator" }))
    await expect(promoted).rejects.toMatchObject({ code: "conflict", fields: { email: expect.stringContaining("works here as Seller") } })
  })

  test("of two who invite somebody at once, one does, and the role and the history are theirs", async () => {
    for (let round = 0; round < 5; round++) {
      const [id, email] = [newId(), `${newId()}@staff.example`]
      await db.person.create({ data: { id, email, name: "Ines Moreau", createdAt: new Date() } })
      const invite = (role: "seller" | "auditor") => doing((ctx) => inviteStaff(ctx, { name: "Ines Moreau", email, role }))
      const answers = await Promise.allSettled([invite("seller"), invite("auditor")])
      expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
      expect(answers.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "conflict" } })
      const { staffRole } = await db.person.findUniqueOrThrow({ where: { id } })
      expect(staffRole).toBe(answers[0]?.status === "fulfilled" ? "seller" : "auditor")
      expect(await db.auditEntry.count({ where: { recordId: id } })).toBe(1)
      expect(await invited(id)).toBe(1)
    }
  })

  test("no session that a partner's user has becomes one of staff", async () => {
    const [id, email] = [newId(), `${newId()}@partner.example`]
    await db.person.create({ data: { id, email, name: "Ines Moreau", createdAt: new Date() } })
    const session = await aSession(id)
    await doing((ctx) => inviteStaff(ctx, { name: "Ines Moreau", email, role: "administrator" }))
    expect(await isOpen(session)).toBe(false)
  })

  test("disable and change role end every session at once; enable invites again who never set a password", async () => {
    const { id: personId } = await aStaff("seller")
    const session = await aSession(personId)
    await doing((ctx) => changeStaffRole(ctx, { personId, role: "auditor" }))
    expect(await isOpen(session)).toBe(false)
    const next = await aSession(personId)
    await doing((ctx) => disableStaff(ctx, { personId }))
    expect(await isOpen(next)).toBe(false)
    await doing((ctx) => enableStaff(ctx, { personId }))
    expect(await db.person.findUniqueOrThrow({ where: { id: personId } })).toMatchObject({ disabledAt: null, staffRole: "auditor" })
    expect(await invited(personId)).toBe(1)
    const moves = await db.auditEntry.findMany({ where: { recordId: personId }, orderBy: { id: "asc" } })
    expect(moves.map(({ move, from, to }) => [move, from, to])).toEqual([
      ["staff.change_role", "Seller", "Auditor"],
      ["staff.disable", "active", "disabled"],
      ["staff.enable", "disabled", "active"],
    ])
  })

  test("two who shut out the last two Administrators at once: one is refused", async () => {
    await db.person.updateMany({ where: { staffRole: "administrator" }, data: { staffRole: "auditor" } })
    const [one, other] = [await aStaff("administrator"), await aStaff("administrator")]
    const moved = await Promise.allSettled([
      doing((ctx) => disableStaff(ctx, { personId: one.id })),
      doing((ctx) => changeStaffRole(ctx, { personId: other.id, role: "seller" })),
    ])
    expect(moved.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
    expect(await db.person.count({ where: { staffRole: "administrator", disabledAt: null } })).toBe(1)
  })

  test("a person who is not on the staff is not found", async () => {
    await expect(doing((ctx) => disableStaff(ctx, { personId: newId() }))).rejects.toMatchObject({ code: "not_found" })
  })
})
