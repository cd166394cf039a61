import { describe, expect, test } from "vitest"
import { db } from "@/lib/platform/db"
import { newId } from "@/lib/platform/ids"
import { createHierarchy } from "./create-hierarchy"
import { deleteHierarchy } from "./delete-hierarchy"
import { enableMember } from "./enable-member"
import { removeMember } from "./remove-member"
import { announced, anOrganization, aPartner, aSession, doing, inDefault, isOpen, movesOf } from "./testing-partner"

const name = "Atlântico Group"
const create = (organizationId: string, adminId: string) =>
  doing((ctx) => createHierarchy(ctx, { organizationId, name, adminId, belonging: inDefault }))
const membersOf = (hierarchyId: string) =>
  db.hierarchyMember.findMany({ where: { hierarchyId }, orderBy: { customer: { name: "asc" } }, include: { customer: true } })

describe("create", () => {
  test("the chosen person is Admin and invited; the others are Users, Pending, and invited once they are enabled", async () => {
    const { id, people } = await anOrganization(3)
    const { hierarchyId, number } = await create(id, people[1] ?? "")
    expect(number).toMatch(/^HIE-\d{6}/)
    const members = await membersOf(hierarchyId)
    expect(members.map(({ role, status, awaitsEnable }) => [role, status, awaitsEnable])).toEqual([
      ["user", "pending", true],
      ["admin", "pending", false],
      ["user", "pending", true],
    ])
    const [first, admin] = members
    expect(await announced(admin?.id ?? "", "member.invited")).toBe(1)
    expect(await announced(first?.id ?? "", "member.invited")).toBe(0)
    expect(await movesOf(hierarchyId)).toEqual([["hierarchy.create", null, name]])

    await doing((ctx) => enableMember(ctx, { hierarchyId, memberId: first?.id ?? "" }))
    expect(await announced(first?.id ?? "", "member.invited")).toBe(1)
    expect(await db.hierarchyMember.findUniqueOrThrow({ where: { id: first?.id ?? "" } })).toMatchObject({
      status: "pending",
      awaitsEnable: false,
    })
  })

  test("nobody else's person becomes Admin, and without people there is no hierarchy", async () => {
    const [one, other] = [await anOrganization(1), await anOrganization(1)]
    await expect(create(one.id, other.people[0] ?? "")).rejects.toMatchObject({ fields: { adminId: expect.any(String) } })
    const empty = await anOrganization(0)
    await expect(create(empty.id, newId())).rejects.toMatchObject({ message: expect.stringContaining("no Person customer with an email") })
    expect(await db.hierarchy.count({ where: { organizationId: { in: [one.id, empty.id] } } })).toBe(0)
  })

  test("two who create at once: one hierarchy, and the other is told its number", async () => {
    const { id, people } = await anOrganization(2)
    const made = await Promise.allSettled(people.map((adminId) => create(id, adminId)))
    expect(made.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
    const { number } = await db.hierarchy.findUniqueOrThrow({ where: { organizationId: id } })
    const refused = made.find((each) => each.status === "rejected")
    expect(refused?.reason).toMatchObject({ message: expect.stringContaining(`has customer hierarchy ${number} already`) })
  })

  test("the database refuses a hierarchy that has no Admin by the end of the transaction", async () => {
    const { id } = await anOrganization(1)
    const data = { id: newId(), number: `HIE-${newId()}`, name, organizationId: id, channels: ["default"], createdAt: new Date() }
    await expect(db.hierarchy.create({ data })).rejects.toThrow(/a hierarchy needs an Admin/)
  })
})

describe("delete", () => {
  test("members go with it and their sessions end; customers and the audit stay", async () => {
    const { id, people } = await anOrganization(2)
    const { hierarchyId } = await create(id, people[0] ?? "")
    const [admin] = await membersOf(hierarchyId)
    const session = await aSession(admin?.personId ?? "")
    await doing((ctx) => deleteHierarchy(ctx, { hierarchyId }))
    expect(await isOpen(session)).toBe(false)
    expect(await db.hierarchyMember.count({ where: { hierarchyId } })).toBe(0)
    expect(await db.customer.count({ where: { id: { in: [id, ...people] }, status: "active" } })).toBe(3)
    expect((await movesOf(hierarchyId)).map(([move]) => move)).toEqual(["hierarchy.create", "hierarchy.delete"])
  })

  test("not while its prospect is Approved, and its only member cannot be removed instead", async () => {
    const { hierarchyId, admin } = await aPartner()
    await expect(doing((ctx) => deleteHierarchy(ctx, { hierarchyId }))).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringMatching(/^PRO-\d+ is Approved/),
    })
    await expect(doing((ctx) => removeMember(ctx, { hierarchyId, memberId: admin.id }))).rejects.toMatchObject({
      message: expect.stringContaining("or delete the hierarchy"),
    })
  })
})
