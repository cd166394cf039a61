import { describe, expect, test } from "vitest"
import { addMember } from "@/lib/commerce/hierarchies/add-member"
import { disableMember } from "@/lib/commerce/hierarchies/disable-member"
import { accept, aPartner, aSession, doing, isOpen, newcomer, seated } from "@/lib/commerce/hierarchies/testing-partner"
import { inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { newId } from "@/lib/platform/ids"
import { listSeats, type Partner, placeInUse } from "./partner"
import { switchOrganization } from "./switch-organization"

/** One person who is a member of two organizations, signed in and acting for the first. */
async function inTwo() {
  const [one, other] = [await aPartner(), await aPartner()]
  const given = newcomer()
  const first = await doing((ctx) => addMember(ctx, { hierarchyId: one.hierarchyId, ...given }))
  const second = await doing((ctx) => addMember(ctx, { hierarchyId: other.hierarchyId, ...given }))
  for (const { memberId } of [first, second]) await accept({ id: memberId })
  const { personId } = await seated(first.memberId)
  const session = await aSession(personId)
  const actor: Partner = {
    kind: "partner",
    id: personId,
    name: "Rui Costa",
    role: "User",
    email: given.email,
    memberId: first.memberId,
    memberRole: "user",
    hierarchyId: one.hierarchyId,
    hierarchyName: "One",
    sessionId: session.id,
    isChosen: false,
  }
  const choose = (memberId: string) => inTransaction(actor, (ctx) => switchOrganization({ ...ctx, actor }, { memberId }))
  const placeNow = async () => (await db.session.findUniqueOrThrow({ where: { id: session.id } })).placeId
  return { one, other, first, second, personId, session, choose, placeNow }
}

test("a session acts for the organization that was chosen, and for another once it is switched", async () => {
  const { first, second, choose, placeNow } = await inTwo()
  await choose(first.memberId)
  expect(await placeNow()).toBe(first.memberId)
  await choose(second.memberId)
  expect(await placeNow()).toBe(second.memberId)
})

test("a place of somebody else, one that is over, and none at all are not found", async () => {
  const { one, first, choose, placeNow } = await inTwo()
  for (const memberId of [one.admin.id, newId()]) await expect(choose(memberId)).rejects.toMatchObject({ code: "not_found" })
  await doing((ctx) => disableMember(ctx, { hierarchyId: one.hierarchyId, memberId: first.memberId, reason: "Left" }))
  await expect(choose(first.memberId)).rejects.toMatchObject({ code: "not_found" })
  expect(await placeNow()).toBeNull()
})

describe("disabled in one organization", () => {
  test("the session that acts for the other stays, with that place alone", async () => {
    const { one, first, second, personId, session, choose } = await inTwo()
    await choose(second.memberId)
    await doing((ctx) => disableMember(ctx, { hierarchyId: one.hierarchyId, memberId: first.memberId, reason: "Left" }))
    expect(await isOpen(session)).toBe(true)
    expect(await listSeats(personId)).toMatchObject([{ id: second.memberId }])
  })

  test("the session that acts for it ends at once", async () => {
    const { one, first, session, choose } = await inTwo()
    await choose(first.memberId)
    await doing((ctx) => disableMember(ctx, { hierarchyId: one.hierarchyId, memberId: first.memberId, reason: "Left" }))
    expect(await isOpen(session)).toBe(false)
  })

  test("the last place ends every session, whichever was chosen", async () => {
    const { one, other, first, second, session } = await inTwo()
    await doing((ctx) => disableMember(ctx, { hierarchyId: one.hierarchyId, memberId: first.memberId, reason: "Left" }))
    expect(await isOpen(session)).toBe(true)
    await doing((ctx) => disableMember(ctx, { hierarchyId: other.hierarchyId, memberId: second.memberId, reason: "Left" }))
    expect(await isOpen(session)).toBe(false)
  })
})

test.each([
  ["the only place, where none was chosen", ["one"], null, "one", true],
  ["the chosen one", ["one", "other"], "other", "other", true],
  ["none before one of several is chosen", ["one", "other"], null, "one", false],
  ["none once the chosen one is over, though another is left", ["other"], "one", "other", false],
])("a session acts from %s", (_, places, placeId, place, isChosen) => {
  const own = places.map((id) => ({ id }))
  expect(placeInUse(own, placeId)).toEqual({ place: { id: place }, isChosen })
})
