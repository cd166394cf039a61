import { describe, expect, test } from "vitest"
import { db } from "@/lib/platform/db"
import { brokenInvariants } from "@/lib/sync/invariants"
import { addMember } from "../hierarchies/add-member"
import { createHierarchy } from "../hierarchies/create-hierarchy"
import { anOrganization, aPartner, doing, inDefault, movesOf, newcomer, seated } from "../hierarchies/testing-partner"
import { addOutlet } from "./add-outlet"
import { moveOutlet } from "./move-outlet"
import { placeMember } from "./place-member"
import { removeOutlet } from "./remove-outlet"

const add = async (hierarchyId: string, parentId: string | null = null, people = 0) => {
  const organization = await anOrganization(people)
  const { outletId } = await doing((ctx) => addOutlet(ctx, { hierarchyId, customerId: organization.id, parentId, withPeople: people > 0 }))
  return { outletId, ...organization }
}
const move = (hierarchyId: string, outletId: string, parentId: string | null) =>
  doing((ctx) => moveOutlet(ctx, { hierarchyId, outletId, parentId }))
const parentOf = async (id: string) => (await db.outlet.findUniqueOrThrow({ where: { id } })).parentId

describe("outlets", () => {
  test("an organization becomes an outlet with its people as Users who wait", async () => {
    const { hierarchyId } = await aPartner()
    const { outletId, people } = await add(hierarchyId, null, 2)
    const members = await db.hierarchyMember.findMany({ where: { outletId } })
    expect(members.map(({ customerId }) => customerId).sort()).toEqual([...people].sort())
    expect(members.every(({ role, status, awaitsEnable }) => role === "user" && status === "pending" && awaitsEnable)).toBe(true)
    expect((await movesOf(hierarchyId)).map(([what]) => what)).toContain("outlet.add")
  })

  test("one organization stands in one tree, and heads no hierarchy besides", async () => {
    const [one, other] = [await aPartner(), await aPartner()]
    const { id, people } = await add(one.hierarchyId, null, 1)
    const again = doing((ctx) => addOutlet(ctx, { hierarchyId: other.hierarchyId, customerId: id, parentId: null, withPeople: false }))
    await expect(again).rejects.toMatchObject({ message: expect.stringContaining(`is an outlet in ${one.number}`) })
    const heads = doing((ctx) =>
      createHierarchy(ctx, { organizationId: id, name: "Its own", adminId: people[0] ?? "", belonging: inDefault }),
    )
    await expect(heads).rejects.toMatchObject({ message: expect.stringContaining(`is an outlet in ${one.number}`) })
    const { organizationId } = await db.hierarchy.findUniqueOrThrow({ where: { id: other.hierarchyId } })
    const head = doing((ctx) =>
      addOutlet(ctx, { hierarchyId: one.hierarchyId, customerId: organizationId, parentId: null, withPeople: false }),
    )
    await expect(head).rejects.toMatchObject({ message: expect.stringContaining(`has customer hierarchy ${other.number}`) })
  })

  test("created as a hierarchy and added as an outlet at once: one of the two stands", async () => {
    const { hierarchyId } = await aPartner()
    const { id, people } = await anOrganization(1)
    const both = await Promise.allSettled([
      doing((ctx) => createHierarchy(ctx, { organizationId: id, name: "Its own", adminId: people[0] ?? "", belonging: inDefault })),
      doing((ctx) => addOutlet(ctx, { hierarchyId, customerId: id, parentId: null, withPeople: false })),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
    expect(await brokenInvariants()).toEqual([])
  })

  test("an outlet is moved with all that stands below it, and never below itself", async () => {
    const { hierarchyId } = await aPartner()
    const [kiel, bremen] = [await add(hierarchyId), await add(hierarchyId)]
    const rostock = await add(hierarchyId, kiel.outletId)
    await expect(move(hierarchyId, kiel.outletId, rostock.outletId)).rejects.toMatchObject({ code: "conflict" })
    await move(hierarchyId, kiel.outletId, bremen.outletId)
    expect(await parentOf(kiel.outletId)).toBe(bremen.outletId)
    expect(await parentOf(rostock.outletId)).toBe(kiel.outletId)
  })

  test("two moves at once that would make a circle: one is refused", async () => {
    const { hierarchyId } = await aPartner()
    const [kiel, bremen] = [await add(hierarchyId), await add(hierarchyId)]
    const moved = await Promise.allSettled([
      move(hierarchyId, kiel.outletId, bremen.outletId),
      move(hierarchyId, bremen.outletId, kiel.outletId),
    ])
    expect(moved.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
    expect(await brokenInvariants()).toEqual([])
  })

  test("the database itself refuses a circle, a sixth level, a person, and a place in another tree", async () => {
    const [one, other] = [await aPartner(), await aPartner()]
    const levels: string[] = []
    for (let level = 0; level < 5; level++) levels.push((await add(one.hierarchyId, levels.at(-1) ?? null)).outletId)
    const [first = "", last = ""] = [levels[0], levels[4]]
    await expect(db.outlet.update({ where: { id: first }, data: { parentId: last } })).rejects.toThrow(/below itself/)
    await expect(add(one.hierarchyId, last)).rejects.toMatchObject({ message: expect.stringContaining("deeper than 5 levels") })
    const loose = await add(one.hierarchyId)
    await expect(db.outlet.update({ where: { id: loose.outletId }, data: { parentId: last } })).rejects.toThrow(/at most 5 deep/)
    await expect(db.outlet.update({ where: { id: loose.outletId }, data: { customerId: one.admin.customerId } })).rejects.toThrow(
      /an outlet is an organization/,
    )
    const theirs = await add(other.hierarchyId)
    await expect(db.outlet.update({ where: { id: loose.outletId }, data: { parentId: theirs.outletId } })).rejects.toThrow(
      /of its own hierarchy/,
    )
    await expect(db.hierarchyMember.update({ where: { id: one.admin.id }, data: { outletId: theirs.outletId } })).rejects.toThrow(
      /belongs to another hierarchy/,
    )
  })

  test("members work at outlets of their own hierarchy; an outlet with members or outlets stays", async () => {
    const [one, other] = [await aPartner(), await aPartner()]
    const kiel = await add(one.hierarchyId)
    const theirs = await add(other.hierarchyId)
    const { memberId } = await doing((ctx) => addMember(ctx, { hierarchyId: one.hierarchyId, ...newcomer(), outletId: kiel.outletId }))
    expect(await seated(memberId)).toMatchObject({ outletId: kiel.outletId, firstName: null, customer: { organizationId: kiel.id } })
    const elsewhere = doing((ctx) => placeMember(ctx, { hierarchyId: one.hierarchyId, memberId, outletId: theirs.outletId }))
    await expect(elsewhere).rejects.toMatchObject({ code: "not_found" })
    const remove = () => doing((ctx) => removeOutlet(ctx, { hierarchyId: one.hierarchyId, outletId: kiel.outletId }))
    await expect(remove()).rejects.toMatchObject({ message: expect.stringContaining("1 member works at") })
    await doing((ctx) => placeMember(ctx, { hierarchyId: one.hierarchyId, memberId, outletId: null }))
    await remove()
    expect(await db.outlet.count({ where: { hierarchyId: one.hierarchyId } })).toBe(0)
    expect((await movesOf(memberId)).map(([what]) => what)).toEqual(["member.invite", "member.place"])
  })
})
