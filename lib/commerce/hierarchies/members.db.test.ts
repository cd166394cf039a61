import { beforeAll, describe, expect, test } from "vitest"
import type { Staff } from "@/lib/identity/actor"
import { type Actor, type Ctx, inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { newId } from "@/lib/platform/ids"
import { aProspect, approve, aStaff } from "@/prisma/makers"
import { addMember } from "./add-member"
import { changeMemberRole } from "./change-member-role"
import { disableMember } from "./disable-member"
import { editMember } from "./edit-member"
import { enableMember } from "./enable-member"
import { moveMember } from "./move-member"
import { removeMember } from "./remove-member"
import { renameHierarchy } from "./rename-hierarchy"
import { AddMember } from "./schema"

let manager: Staff

beforeAll(async () => {
  manager = await aStaff("commerce_manager")
})

const doing = <Result>(work: (ctx: Ctx) => Promise<Result>, actor: Actor = manager) => inTransaction(actor, work)

/** A partner whose requestor is the Admin and has accepted. */
async function aPartner() {
  const { id } = await aProspect()
  await approve(manager, id)
  const { hierarchyId } = await db.prospect.findUniqueOrThrow({ where: { id }, select: { hierarchyId: true } })
  const hierarchy = await db.hierarchy.findUniqueOrThrow({ where: { id: hierarchyId ?? "" }, include: { members: true } })
  const [admin] = hierarchy.members
  if (!admin) throw new Error("a partner has an Admin")
  await accept(admin)
  return { hierarchyId: hierarchy.id, number: hierarchy.number, admin }
}

const accept = (member: { id: string }) =>
  doing(async (ctx) => {
    const { version } = await ctx.tx.hierarchyMember.findUniqueOrThrow({ where: { id: member.id } })
    await moveMember(ctx, { id: member.id, version }, "active", { acceptedAt: ctx.now })
  })

const newcomer = (role: "admin" | "user" = "user") => ({ firstName: "Rui", lastName: "Costa", email: `${newId()}@partner.example`, role })

async function aMember(hierarchyId: string, role: "admin" | "user" = "user") {
  const { memberId } = await doing((ctx) => addMember(ctx, { hierarchyId, ...newcomer(role) }))
  return memberId
}

const seated = (id: string) => db.hierarchyMember.findUniqueOrThrow({ where: { id }, include: { customer: true } })
const moves = async (id: string) =>
  (await db.auditEntry.findMany({ where: { recordId: id }, orderBy: { id: "asc" } })).map(({ move, from, to }) => [move, from, to])
const announced = (memberId: string, name: string) => db.fact.count({ where: { name, payload: { path: ["memberId"], equals: memberId } } })

async function aSession(personId: string) {
  const at = new Date()
  const expiresAt = new Date(at.getTime() + 3_600_000)
  return db.session.create({ data: { id: newId(), sidHash: newId(), personId, createdAt: at, lastSeenAt: at, expiresAt } })
}
const isOpen = async (session: { id: string }) =>
  (await db.session.findUniqueOrThrow({ where: { id: session.id }, select: { endedAt: true } })).endedAt === null

describe("add", () => {
  test("a new address becomes an active Person customer and a pending member, and is invited", async () => {
    const { hierarchyId } = await aPartner()
    const { memberId } = await doing((ctx) => addMember(ctx, { hierarchyId, ...newcomer() }))
    expect(await seated(memberId)).toMatchObject({
      role: "user",
      status: "pending",
      acceptedAt: null,
      customer: { type: "person", status: "active", name: "Rui Costa" },
    })
    expect(await moves(memberId)).toEqual([["member.invite", null, "user"]])
    expect(await announced(memberId, "member.invited")).toBe(1)
  })

  test("an address that is a customer already stays one customer", async () => {
    const [one, other] = [await aPartner(), await aPartner()]
    const given = newcomer()
    const first = await doing((ctx) => addMember(ctx, { hierarchyId: one.hierarchyId, ...given }))
    const second = await doing((ctx) => addMember(ctx, { hierarchyId: other.hierarchyId, ...given, firstName: "Other" }))
    const [a, b] = [await seated(first.memberId), await seated(second.memberId)]
    expect(b.customerId).toBe(a.customerId)
    expect(b.personId).toBe(a.personId)
    expect(b.customer.name).toBe("Rui Costa")
  })

  test("the same address twice in one organization is refused, however it is typed", async () => {
    const { hierarchyId } = await aPartner()
    const given = newcomer()
    await doing((ctx) => addMember(ctx, { hierarchyId, ...given }))
    const again = AddMember.parse({ hierarchyId, ...given, email: ` ${given.email.toUpperCase()} ` })
    await expect(doing((ctx) => addMember(ctx, again))).rejects.toMatchObject({
      code: "conflict",
      message: "Rui Costa is a user of this organization already.",
      fields: { email: "Rui Costa is a user of this organization already." },
    })
  })

  test("two hierarchies that add one new address at once share one customer", async () => {
    const [one, other] = [await aPartner(), await aPartner()]
    const given = newcomer()
    await Promise.all([one, other].map(({ hierarchyId }) => doing((ctx) => addMember(ctx, { hierarchyId, ...given }))))
    expect(await db.customer.count({ where: { email: given.email } })).toBe(1)
    expect(await db.person.count({ where: { email: given.email } })).toBe(1)
  })

  test("two clicks at once add one member", async () => {
    const { hierarchyId } = await aPartner()
    const given = newcomer()
    const added = await Promise.allSettled([1, 2, 3].map(() => doing((ctx) => addMember(ctx, { hierarchyId, ...given }))))
    expect(added.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    expect(await db.hierarchyMember.count({ where: { hierarchyId, removedAt: null } })).toBe(2)
  })

  test("nobody is added to, or enabled in, a suspended hierarchy", async () => {
    const { hierarchyId, number } = await aPartner()
    const memberId = await aMember(hierarchyId)
    await doing((ctx) => disableMember(ctx, { hierarchyId, memberId, reason: "On leave" }))
    await db.hierarchy.update({ where: { id: hierarchyId }, data: { suspendedAt: new Date() } })
    const suspended = { code: "conflict", message: expect.stringContaining(`${number} is suspended`) }
    await expect(doing((ctx) => addMember(ctx, { hierarchyId, ...newcomer() }))).rejects.toMatchObject(suspended)
    await expect(doing((ctx) => enableMember(ctx, { hierarchyId, memberId }))).rejects.toMatchObject(suspended)
  })

  test("a bad address and an empty name are refused with a sentence at their field", () => {
    const judged = AddMember.safeParse({ hierarchyId: newId(), ...newcomer(), firstName: " ", email: "rui" })
    expect(judged.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
      ["firstName", "Enter the first name"],
      ["email", "The email needs an @, as in name@company.com"],
    ])
  })
})

describe("remove", () => {
  test("access and sessions end at once; the customer stays, and the address can be added again", async () => {
    const { hierarchyId } = await aPartner()
    const memberId = await aMember(hierarchyId)
    const { personId, customerId, customer } = await seated(memberId)
    const session = await aSession(personId)
    await doing((ctx) => removeMember(ctx, { hierarchyId, memberId }))
    expect(await isOpen(session)).toBe(false)
    expect((await seated(memberId)).removedAt).not.toBeNull()
    expect(await db.customer.count({ where: { id: customerId } })).toBe(1)
    expect(await announced(memberId, "member.removed")).toBe(1)
    const email = customer.email ?? ""
    const again = await doing((ctx) => addMember(ctx, { hierarchyId, ...newcomer(), email }))
    expect(again.memberId).not.toBe(memberId)
  })

  test("a member of another hierarchy is not found", async () => {
    const [one, other] = [await aPartner(), await aPartner()]
    const memberId = await aMember(other.hierarchyId)
    await expect(doing((ctx) => removeMember(ctx, { hierarchyId: one.hierarchyId, memberId }))).rejects.toMatchObject({ code: "not_found" })
  })
})

describe("disable and enable", () => {
  test("an active member comes back Active without another invitation", async () => {
    const { hierarchyId } = await aPartner()
    const memberId = await aMember(hierarchyId)
    await accept({ id: memberId })
    const session = await aSession((await seated(memberId)).personId)
    await doing((ctx) => disableMember(ctx, { hierarchyId, memberId, reason: "On leave" }))
    expect(await isOpen(session)).toBe(false)
    expect(await seated(memberId)).toMatchObject({ status: "disabled", disabledReason: "On leave" })
    await doing((ctx) => enableMember(ctx, { hierarchyId, memberId }))
    expect(await seated(memberId)).toMatchObject({ status: "active", disabledReason: null, disabledAt: null })
    expect(await announced(memberId, "member.invited")).toBe(1)
    expect(await moves(memberId)).toEqual([
      ["member.invite", null, "user"],
      ["member.disable", "active", "disabled"],
      ["member.enable", "disabled", "active"],
    ])
  })

  test("a pending member comes back Pending with a new invitation; the old link opens nothing", async () => {
    const { hierarchyId } = await aPartner()
    const memberId = await aMember(hierarchyId)
    const { personId } = await seated(memberId)
    const at = new Date()
    const expiresAt = new Date(at.getTime() + 86_400_000)
    const link = { id: newId(), purpose: "set_password" as const, hash: newId(), personId, subjectId: memberId, createdAt: at, expiresAt }
    await db.link.create({ data: link })
    await doing((ctx) => disableMember(ctx, { hierarchyId, memberId, reason: "Mistake" }))
    const closed = await db.link.findUniqueOrThrow({ where: { id: link.id } })
    expect(closed.expiresAt.getTime()).toBeLessThanOrEqual(Date.now())
    await doing((ctx) => enableMember(ctx, { hierarchyId, memberId }))
    expect(await seated(memberId)).toMatchObject({ status: "pending" })
    expect(await announced(memberId, "member.invited")).toBe(2)
  })

  test("who is enabled cannot be enabled, who is disabled cannot be disabled", async () => {
    const { hierarchyId } = await aPartner()
    const memberId = await aMember(hierarchyId)
    await expect(doing((ctx) => enableMember(ctx, { hierarchyId, memberId }))).rejects.toMatchObject({ code: "conflict" })
    await doing((ctx) => disableMember(ctx, { hierarchyId, memberId, reason: "On leave" }))
    const again = doing((ctx) => disableMember(ctx, { hierarchyId, memberId, reason: "On leave" }))
    await expect(again).rejects.toMatchObject({ message: expect.stringContaining(`${manager.name} disabled a user`) })
  })
})

describe("the last Admin", () => {
  test("cannot be removed, disabled or made a User, and a pending Admin does not take the place", async () => {
    const { hierarchyId, admin } = await aPartner()
    await aMember(hierarchyId, "admin")
    const member = { hierarchyId, memberId: admin.id }
    const refused = { code: "conflict", message: expect.stringContaining("this is the only Admin") }
    await expect(doing((ctx) => removeMember(ctx, member))).rejects.toMatchObject(refused)
    await expect(doing((ctx) => disableMember(ctx, { ...member, reason: "On leave" }))).rejects.toMatchObject(refused)
    await expect(doing((ctx) => changeMemberRole(ctx, { ...member, role: "user" }))).rejects.toMatchObject(refused)
  })

  test.each([
    ["remove", (ctx: Ctx, member: { hierarchyId: string; memberId: string }) => removeMember(ctx, member)],
    ["disable", (ctx: Ctx, member: { hierarchyId: string; memberId: string }) => disableMember(ctx, { ...member, reason: "Leaves" })],
    ["demote", (ctx: Ctx, member: { hierarchyId: string; memberId: string }) => changeMemberRole(ctx, { ...member, role: "user" })],
  ])("two who %s the last two Admins at once: one is refused", async (_, move) => {
    const { hierarchyId, admin } = await aPartner()
    const second = await aMember(hierarchyId, "admin")
    await accept({ id: second })
    const moved = await Promise.allSettled([admin.id, second].map((memberId) => doing((ctx) => move(ctx, { hierarchyId, memberId }))))
    expect(moved.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
    const left = await db.hierarchyMember.count({ where: { hierarchyId, role: "admin", status: "active", removedAt: null } })
    expect(left).toBe(1)
  })
})

describe("role and name", () => {
  test("a User becomes Admin, and being it already is said", async () => {
    const { hierarchyId } = await aPartner()
    const memberId = await aMember(hierarchyId)
    await doing((ctx) => changeMemberRole(ctx, { hierarchyId, memberId, role: "admin" }))
    expect(await seated(memberId)).toMatchObject({ role: "admin", status: "pending" })
    await expect(doing((ctx) => changeMemberRole(ctx, { hierarchyId, memberId, role: "admin" }))).rejects.toMatchObject({
      code: "conflict",
    })
  })

  test("edit leaves one audit row for what changed, and none for what did not", async () => {
    const { hierarchyId } = await aPartner()
    const memberId = await aMember(hierarchyId)
    const edit = { hierarchyId, memberId, firstName: "Rui", lastName: "Costa Lima", role: "user" as const }
    await doing((ctx) => editMember(ctx, edit))
    await doing((ctx) => editMember(ctx, edit))
    const { customer } = await seated(memberId)
    expect(customer).toMatchObject({ name: "Rui Costa Lima", searchText: expect.stringContaining("rui costa lima") })
    expect(await moves(memberId)).toEqual([
      ["member.invite", null, "user"],
      ["member.edit", "Rui Costa", "Rui Costa Lima"],
    ])
  })

  test("an Admin of one organization does not rename a customer of another", async () => {
    const [one, other] = [await aPartner(), await aPartner()]
    const given = newcomer()
    await doing((ctx) => addMember(ctx, { hierarchyId: one.hierarchyId, ...given }))
    const { memberId } = await doing((ctx) => addMember(ctx, { hierarchyId: other.hierarchyId, ...given }))
    const partner: Actor = { kind: "partner", id: other.admin.personId, name: "Ana Silva", role: "Admin" }
    const edit = { hierarchyId: other.hierarchyId, memberId, firstName: "Nobody", lastName: "Else", role: "user" as const }
    await expect(doing((ctx) => editMember(ctx, edit), partner)).rejects.toMatchObject({ code: "conflict" })
    expect((await seated(memberId)).customer.name).toBe("Rui Costa")
  })

  test("a hierarchy takes another name and is found by it; its organization keeps its own", async () => {
    const { hierarchyId } = await aPartner()
    await doing((ctx) => renameHierarchy(ctx, { hierarchyId, name: "Atlântico Group" }))
    const { organization, ...hierarchy } = await db.hierarchy.findUniqueOrThrow({
      where: { id: hierarchyId },
      include: { organization: true },
    })
    expect(hierarchy).toMatchObject({ name: "Atlântico Group", searchText: expect.stringContaining("atlantico group") })
    expect(organization.name).toMatch(/Lda\.$/)
    expect((await moves(hierarchyId)).map(([move]) => move)).toEqual(["hierarchy.rename"])
  })
})
