import { describe, expect, test } from "vitest"
import { invitationsThatEnded } from "@/lib/identity/links"
import { wayIn } from "@/lib/mail/letters/way-in"
import type { Actor, Ctx } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { newId } from "@/lib/platform/ids"
import { addMember } from "./add-member"
import { changeMemberRole } from "./change-member-role"
import { disableMember } from "./disable-member"
import { editMember } from "./edit-member"
import { enableMember } from "./enable-member"
import { enableNext } from "./enable-next"
import { inviteMemberAgain } from "./invite-member-again"
import { removeMember } from "./remove-member"
import { renameHierarchy } from "./rename-hierarchy"
import type { MemberRef } from "./schema"
import { accept, aMember, announced, aPartner, aSession, doing, isOpen, movesOf, newcomer, seated, theManager } from "./testing-partner"

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
    expect(await movesOf(memberId)).toEqual([
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
    await expect(again).rejects.toMatchObject({ message: expect.stringContaining(`${(await theManager()).name} disabled a user`) })
  })
})

describe("disabled for a time", () => {
  const day = 86_400_000

  test("a member comes back at the hour that was said, by nobody, and not before", async () => {
    const { hierarchyId } = await aPartner()
    const memberId = await aMember(hierarchyId)
    await accept({ id: memberId })
    const until = new Date(Date.now() + 3 * day)
    await doing((ctx) => disableMember(ctx, { hierarchyId, memberId, reason: "On leave", until }))
    await enableNext(() => new Date(until.getTime() - 1))
    expect(await seated(memberId)).toMatchObject({ status: "disabled", disabledUntil: until })
    expect(await enableNext(() => until)).toBe(true)
    expect(await seated(memberId)).toMatchObject({ status: "active", disabledUntil: null })
    const [last] = (await db.auditEntry.findMany({ where: { recordId: memberId }, orderBy: { id: "desc" }, take: 1 })) ?? []
    expect(last).toMatchObject({ move: "member.enable", actorName: "Gangway", from: "disabled", to: "active" })
  })

  test("two workers at once enable a member once", async () => {
    const { hierarchyId } = await aPartner()
    const memberId = await aMember(hierarchyId)
    const until = new Date(Date.now() + day)
    await doing((ctx) => disableMember(ctx, { hierarchyId, memberId, reason: "On leave", until }))
    await Promise.all([enableNext(() => until), enableNext(() => until)])
    expect((await movesOf(memberId)).filter(([move]) => move === "member.enable")).toHaveLength(1)
  })

  test("a day that is over is refused, and while the hierarchy is suspended nobody comes back", async () => {
    const { hierarchyId } = await aPartner()
    const memberId = await aMember(hierarchyId)
    const past = doing((ctx) => disableMember(ctx, { hierarchyId, memberId, reason: "On leave", until: new Date(Date.now() - day) }))
    await expect(past).rejects.toMatchObject({ fields: { until: expect.any(String) } })
    const until = new Date(Date.now() + day)
    await doing((ctx) => disableMember(ctx, { hierarchyId, memberId, reason: "On leave", until }))
    await db.hierarchy.update({ where: { id: hierarchyId }, data: { suspendedAt: new Date() } })
    await enableNext(() => until)
    expect(await seated(memberId)).toMatchObject({ status: "disabled" })
  })
})

describe("by an Admin of the organization", () => {
  const anAdmin = async () => {
    const { hierarchyId, admin } = await aPartner()
    const actor: Actor = { kind: "partner", id: admin.personId, name: "Ana Silva", role: "Admin" }
    const memberId = await aMember(hierarchyId)
    await accept({ id: memberId })
    const as = <Result>(work: (ctx: Ctx) => Promise<Result>) => doing(work, actor)
    return { hierarchyId, admin, memberId, as }
  }

  test("a user is shut out and let in again, and the store can let them in too", async () => {
    const { hierarchyId, memberId, as } = await anAdmin()
    const session = await aSession((await seated(memberId)).personId)
    await as((ctx) => disableMember(ctx, { hierarchyId, memberId, reason: "On leave" }))
    expect(await isOpen(session)).toBe(false)
    expect(await seated(memberId)).toMatchObject({ status: "disabled", disabledByOwn: true })
    await as((ctx) => enableMember(ctx, { hierarchyId, memberId }))
    expect(await seated(memberId)).toMatchObject({ status: "active", disabledByOwn: false })
    await as((ctx) => disableMember(ctx, { hierarchyId, memberId, reason: "On leave" }))
    await doing((ctx) => enableMember(ctx, { hierarchyId, memberId }))
    expect(await seated(memberId)).toMatchObject({ status: "active", disabledByOwn: false })
    const moves = await db.auditEntry.findMany({ where: { recordId: memberId, move: "member.disable" } })
    expect(moves.map(({ actorName, reason }) => [actorName, reason])).toEqual(Array(2).fill(["Ana Silva", "On leave"]))
  })

  const ways = [
    ["enable", (ctx: Ctx, member: MemberRef) => enableMember(ctx, member)],
    ["remove, to add them anew", (ctx: Ctx, member: MemberRef) => removeMember(ctx, member)],
    ["invite again", (ctx: Ctx, member: MemberRef) => inviteMemberAgain(ctx, member)],
    ["disable, to enable them then", (ctx: Ctx, member: MemberRef) => disableMember(ctx, { ...member, reason: "On leave" })],
  ] as const

  test.each(ways)("whom the store shut out, or took along, they do not %s", async (_, way) => {
    const { hierarchyId, memberId, as } = await anAdmin()
    await doing((ctx) => disableMember(ctx, { hierarchyId, memberId, reason: "Did not pay" }))
    const taken = await aMember(hierarchyId)
    await db.hierarchyMember.update({ where: { id: taken }, data: { awaitsEnable: true } })
    for (const each of [memberId, taken]) {
      const before = await seated(each)
      await expect(as((ctx) => way(ctx, { hierarchyId, memberId: each }))).rejects.toMatchObject({
        message: expect.stringMatching(/The store disabled|waits to be enabled by the store|is Disabled already/),
      })
      expect(await seated(each)).toEqual(before)
    }
  })

  test("whom the store disabled and removed, they do not add again, and the store does", async () => {
    const { hierarchyId, memberId, as } = await anAdmin()
    const { email } = (await seated(memberId)).customer
    const again = { ...newcomer(), email: email ?? "" }
    await doing((ctx) => disableMember(ctx, { hierarchyId, memberId, reason: "Did not pay" }))
    await doing((ctx) => removeMember(ctx, { hierarchyId, memberId }))
    await expect(as((ctx) => addMember(ctx, { hierarchyId, ...again }))).rejects.toMatchObject({
      code: "forbidden",
      fields: { email: expect.stringContaining("only the store adds them again") },
    })
    const { memberId: back } = await doing((ctx) => addMember(ctx, { hierarchyId, ...again }))
    await as((ctx) => removeMember(ctx, { hierarchyId, memberId: back }))
    await as((ctx) => addMember(ctx, { hierarchyId, ...again }))
  })

  test("whom the store archived once they were removed, they do not add again, and the store does", async () => {
    const { hierarchyId, memberId, as } = await anAdmin()
    const { customerId, customer } = await seated(memberId)
    const again = { ...newcomer(), email: customer.email ?? "" }
    await as((ctx) => removeMember(ctx, { hierarchyId, memberId }))
    await db.customer.update({ where: { id: customerId }, data: { status: "archived" } })
    await expect(as((ctx) => addMember(ctx, { hierarchyId, ...again }))).rejects.toMatchObject({
      code: "forbidden",
      fields: { email: expect.stringContaining("The store archived") },
    })
    const elsewhere = await anAdmin()
    await elsewhere.as((ctx) => addMember(ctx, { hierarchyId: elsewhere.hierarchyId, ...again }))
    const { memberId: back } = await as((ctx) => addMember(ctx, { hierarchyId, ...again }))
    expect((await seated(back)).customerId).not.toBe(customerId)
    expect((await seated(memberId)).customer).toMatchObject({ status: "archived" })
  })

  test("whom they disabled themselves they remove, and add again", async () => {
    const { hierarchyId, memberId, as } = await anAdmin()
    const { email } = (await seated(memberId)).customer
    await as((ctx) => disableMember(ctx, { hierarchyId, memberId, reason: "On leave" }))
    await as((ctx) => removeMember(ctx, { hierarchyId, memberId }))
    const { memberId: back } = await as((ctx) => addMember(ctx, { hierarchyId, ...newcomer(), email: email ?? "" }))
    expect(await seated(back)).toMatchObject({ status: "pending" })
  })

  test("whom they disabled the store disables too: from then on only the store lets them in", async () => {
    const { hierarchyId, memberId, as } = await anAdmin()
    await as((ctx) => disableMember(ctx, { hierarchyId, memberId, reason: "On leave", until: new Date(Date.now() + 86_400_000) }))
    await expect(as((ctx) => disableMember(ctx, { hierarchyId, memberId, reason: "Again" }))).rejects.toMatchObject({ code: "conflict" })
    await doing((ctx) => disableMember(ctx, { hierarchyId, memberId, reason: "Did not pay" }))
    const taken = { status: "disabled", disabledByOwn: false, disabledReason: "Did not pay", disabledUntil: null }
    expect(await seated(memberId)).toMatchObject(taken)
    await expect(as((ctx) => enableMember(ctx, { hierarchyId, memberId }))).rejects.toMatchObject({ code: "forbidden" })
    await expect(doing((ctx) => disableMember(ctx, { hierarchyId, memberId, reason: "Again" }))).rejects.toMatchObject({ code: "conflict" })
    await doing((ctx) => enableMember(ctx, { hierarchyId, memberId }))
    expect(await seated(memberId)).toMatchObject({ status: "active" })
  })

  test("not themselves", async () => {
    const { hierarchyId, admin, memberId, as } = await anAdmin()
    await doing((ctx) => changeMemberRole(ctx, { hierarchyId, memberId, role: "admin" }))
    await expect(as((ctx) => disableMember(ctx, { hierarchyId, memberId: admin.id, reason: "Bored" }))).rejects.toMatchObject({
      message: expect.stringContaining("You cannot disable yourself"),
    })
  })

  test("the database wants whoever an Admin disabled to be Disabled", async () => {
    const { memberId } = await anAdmin()
    await expect(db.hierarchyMember.update({ where: { id: memberId }, data: { disabledByOwn: true } })).rejects.toThrow(
      /member_disabled_by_own/,
    )
  })
})

describe("invited again", () => {
  const hour = 3_600_000
  const inAnHour = (work: (ctx: Ctx) => Promise<unknown>) => doing((ctx) => work({ ...ctx, now: new Date(Date.now() + hour) }))

  test("a member gets one more invitation, and the link of the one before opens nothing", async () => {
    const { hierarchyId } = await aPartner()
    const memberId = await aMember(hierarchyId)
    const { personId } = await seated(memberId)
    const at = new Date()
    const link = { purpose: "set_password" as const, personId, subjectId: memberId, createdAt: at }
    const before = await db.link.create({ data: { ...link, id: newId(), hash: newId(), expiresAt: new Date(at.getTime() + 24 * hour) } })
    const over = async (of: string) => invitationsThatEnded([await seated(of)], new Date(at.getTime() + 2 * hour))
    expect(await over(memberId)).toEqual(new Set())
    await expect(doing((ctx) => inviteMemberAgain(ctx, { hierarchyId, memberId }))).rejects.toMatchObject({ code: "conflict" })
    await inAnHour((ctx) => inviteMemberAgain(ctx, { hierarchyId, memberId }))
    expect(await announced(memberId, "member.invited")).toBe(2)
    expect((await db.link.findUniqueOrThrow({ where: { id: before.id } })).expiresAt.getTime()).toBeLessThan(at.getTime() + 2 * hour)
    expect(await over(memberId)).toEqual(new Set())
    const again = await db.link.create({
      data: {
        ...link,
        id: newId(),
        hash: newId(),
        createdAt: (await seated(memberId)).invitedAt,
        expiresAt: new Date(at.getTime() + 48 * hour),
      },
    })
    expect(await over(memberId)).toEqual(new Set())
    const { link: written } = await wayIn(before.id, "en")
    expect(written).toBe((await wayIn(again.id, "en")).link)
    expect((await movesOf(memberId)).at(-1)?.[0]).toBe("member.invite_again")
    await db.link.update({ where: { id: again.id }, data: { expiresAt: new Date(at.getTime() + 1.5 * hour) } })
    expect(await over(memberId)).toEqual(new Set([memberId]))
  })

  test("twice at once is once", async () => {
    const { hierarchyId } = await aPartner()
    const memberId = await aMember(hierarchyId)
    const both = [1, 2].map(() => inAnHour((ctx) => inviteMemberAgain(ctx, { hierarchyId, memberId })))
    expect((await Promise.allSettled(both)).map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
    expect(await announced(memberId, "member.invited")).toBe(2)
  })

  test("not in a suspended hierarchy", async () => {
    const { hierarchyId } = await aPartner()
    const memberId = await aMember(hierarchyId)
    await db.hierarchy.update({ where: { id: hierarchyId }, data: { suspendedAt: new Date() } })
    await expect(inAnHour((ctx) => inviteMemberAgain(ctx, { hierarchyId, memberId }))).rejects.toMatchObject({ code: "conflict" })
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

  test("one is disabled while the other is removed: one is refused", async () => {
    const { hierarchyId, admin } = await aPartner()
    const second = await aMember(hierarchyId, "admin")
    await accept({ id: second })
    const moved = await Promise.allSettled([
      doing((ctx) => disableMember(ctx, { hierarchyId, memberId: admin.id, reason: "Leaves" })),
      doing((ctx) => removeMember(ctx, { hierarchyId, memberId: second })),
    ])
    expect(moved.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
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
    expect(await movesOf(memberId)).toEqual([
      ["member.invite", null, "user"],
      ["member.edit", "Rui Costa", "Rui Costa Lima"],
    ])
  })

  test("who is a customer of another organization is known by the name that one's own gave, and keeps the other there", async () => {
    const [one, other] = [await aPartner(), await aPartner()]
    const given = newcomer()
    await doing((ctx) => addMember(ctx, { hierarchyId: one.hierarchyId, ...given }))
    const added = { ...given, firstName: "R.", lastName: "C." }
    const { memberId, name } = await doing((ctx) => addMember(ctx, { hierarchyId: other.hierarchyId, ...added }))
    expect(name).toBe("R. C.")
    expect(await seated(memberId)).toMatchObject({ firstName: "R.", lastName: "C.", customer: { name: "Rui Costa" } })
    const partner: Actor = { kind: "partner", id: other.admin.personId, name: "Ana Silva", role: "Admin" }
    const edit = { hierarchyId: other.hierarchyId, memberId, firstName: "Nobody", lastName: "Else", role: "user" as const }
    await doing((ctx) => editMember(ctx, edit), partner)
    expect(await seated(memberId)).toMatchObject({ firstName: "Nobody", lastName: "Else", customer: { name: "Rui Costa" } })
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
    expect((await movesOf(hierarchyId)).map(([move]) => move)).toEqual(["hierarchy.rename"])
  })
})
