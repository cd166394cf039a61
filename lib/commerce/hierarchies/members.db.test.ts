import { describe, expect, test } from "vitest"
import { db } from "@/lib/platform/db"
import { newId } from "@/lib/platform/ids"
import { addMember } from "./add-member"
import { disableMember } from "./disable-member"
import { enableMember } from "./enable-member"
import { removeMember } from "./remove-member"
import { AddMember } from "./schema"
import { aMember, announced, aPartner, aSession, doing, isOpen, movesOf, newcomer, seated } from "./testing-partner"

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
    expect(await movesOf(memberId)).toEqual([["member.invite", null, "user"]])
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
