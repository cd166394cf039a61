import { expect, test } from "vitest"
import { aMember, aPartner, seated } from "@/lib/commerce/hierarchies/testing-partner"
import { linkAddress } from "@/lib/identity/links"
import { inTransaction, theSystem } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { newId } from "@/lib/platform/ids"
import { aStaff } from "@/prisma/makers"
import { postStaffInvited } from "../post-staff-invited"
import { wayIn } from "./way-in"

const hour = 3_600_000
const now = Date.now()

/** Somebody who was invited, and a way to make links to their place: from when, until when, whose. */
async function anInvited() {
  const { hierarchyId, admin } = await aPartner()
  const memberId = await aMember(hierarchyId)
  const { personId } = await seated(memberId)
  const link = async (createdAt: number, expiresAt: number, whose = personId) => {
    const id = newId()
    const dates = { createdAt: new Date(createdAt), expiresAt: new Date(expiresAt) }
    await db.link.create({ data: { id, purpose: "set_password", hash: newId(), personId: whose, subjectId: memberId, ...dates } })
    return id
  }
  const written = async (linkId: string) => (await wayIn(linkId, "en")).link
  return { link, written, admin }
}

test("a letter that leaves late carries the newest open link of its reader", async () => {
  const { link, written } = await anInvited()
  const closed = await link(now - 3 * hour, now - hour)
  const open = await link(now - 2 * hour, now + hour)
  await link(now - hour, now - 1)
  expect(await written(closed)).toBe(linkAddress(open, "set_password"))
})

test("a letter carries no link of somebody else who was invited to the same place", async () => {
  const { link, written, admin } = await anInvited()
  const own = await link(now - 2 * hour, now + hour)
  await link(now - hour, now + hour, admin.personId)
  expect(await written(own)).toBe(linkAddress(own, "set_password"))
})

test("a member of staff who is invited again finds the new link in either letter, and the old one closed", async () => {
  const staff = await aStaff("seller")
  const invite = (id: bigint) => inTransaction(theSystem, (ctx) => postStaffInvited(ctx, { personId: staff.id }, { id, at: new Date() }))
  await invite(1n)
  const [first] = await db.link.findMany({ where: { personId: staff.id } })
  const place = await db.link.create({
    data: {
      ...first,
      id: newId(),
      hash: newId(),
      purpose: "set_password",
      subjectId: newId(),
      createdAt: new Date(now),
      expiresAt: new Date(now + hour),
    },
  })
  await invite(2n)
  const open = { personId: staff.id, subjectId: null, expiresAt: { gt: new Date() } }
  const { id } = await db.link.findFirstOrThrow({ where: open })
  expect(await db.link.count({ where: open })).toBe(1)
  expect((await wayIn(first?.id ?? "", "en")).link).toBe(linkAddress(id, "set_password"))
  expect((await db.link.findUniqueOrThrow({ where: { id: place.id } })).expiresAt).toEqual(new Date(now + hour))
})

test("where no link is open, a letter carries its own", async () => {
  const { link, written } = await anInvited()
  const closed = await link(now - 2 * hour, now - hour)
  await link(now - hour, now - 1)
  expect(await written(closed)).toBe(linkAddress(closed, "set_password"))
})
