import { expect, test } from "vitest"
import { db } from "@/lib/platform/db"
import { addMember } from "../hierarchies/add-member"
import { createHierarchy } from "../hierarchies/create-hierarchy"
import { anOrganization, doing, inDefault, newcomer, seated, theManager } from "../hierarchies/testing-partner"
import { changeDriftDefault, changeDriftPolicy } from "./change-policy"
import { getDrift } from "./queries"
import { watchDrift } from "./watch-drift"

/** Looks until nothing waits. */
async function look(): Promise<void> {
  while (await watchDrift()) {}
}

async function aHierarchy() {
  const { id, people } = await anOrganization(3)
  const [adminId = "", second = "", third = ""] = people
  const { hierarchyId } = await doing((ctx) => createHierarchy(ctx, { organizationId: id, name: "Group", adminId, belonging: inDefault }))
  const give = (customerId: string, priceGroup: string | null) =>
    db.customer.update({ where: { id: customerId }, data: { priceGroup, version: { increment: 1 } } })
  const driftingNow = async () => (await db.hierarchy.findUniqueOrThrow({ where: { id: hierarchyId } })).drifting
  const told = async () => {
    const { id: personId } = await theManager()
    return (await db.notification.findMany({ where: { personId, kind: "drift", recordId: hierarchyId } })).map(({ text }) => text)
  }
  return { hierarchyId, adminId, second, third, give, driftingNow, told }
}

test("members that differ where the policy says that they must not are counted, and told once", async () => {
  const { hierarchyId, adminId, second, give, driftingNow, told } = await aHierarchy()
  await doing((ctx) => changeDriftPolicy(ctx, { hierarchyId, follows: "own", sections: ["pricing"] }))
  await look()
  expect(await driftingNow()).toBe(0)
  await give(adminId, "GOLD")
  await look()
  expect(await driftingNow()).toBe(2)
  await give(second, "GOLD")
  await look()
  expect(await driftingNow()).toBe(1)
  expect(await told()).toEqual(["2 members differ from the Admin in Pricing"])
})

test("once all are the same again, the next drift is told anew", async () => {
  const { hierarchyId, adminId, give, driftingNow, told } = await aHierarchy()
  await doing((ctx) => changeDriftPolicy(ctx, { hierarchyId, follows: "own", sections: ["pricing"] }))
  for (const group of ["GOLD", null, "SILVER"]) {
    await give(adminId, group)
    await look()
  }
  expect(await driftingNow()).toBe(2)
  expect(await told()).toHaveLength(2)
})

test("a hierarchy follows Settings until it says something of its own; what differs elsewhere is nobody's matter", async () => {
  const { hierarchyId, adminId, second, third, give, driftingNow } = await aHierarchy()
  await db.customer.update({ where: { id: adminId }, data: { paymentTerms: "N30" } })
  await give(second, "GOLD")
  const { version } = await db.driftDefault.findUniqueOrThrow({ where: { id: 1 } })
  await doing((ctx) => changeDriftDefault(ctx, { version, sections: ["pricing"] }))
  await look()
  expect(await driftingNow()).toBe(1)
  const drift = await getDrift(hierarchyId, { followsDefault: true, sections: [] })
  expect(drift).toMatchObject({ sections: ["pricing"], drifting: ["pricing"], memberIds: [expect.any(String)] })
  await doing((ctx) => changeDriftPolicy(ctx, { hierarchyId, follows: "own", sections: ["delivery"] }))
  await look()
  expect(await driftingNow()).toBe(2)
  expect(third).not.toBe("")
  await doing((ctx) => changeDriftDefault(ctx, { version: version + 1, sections: [] }))
  await expect(doing((ctx) => changeDriftDefault(ctx, { version, sections: [] }))).rejects.toMatchObject({ code: "conflict" })
})

test("two workers at once count what is true in the end", async () => {
  const { hierarchyId, adminId, second, give, driftingNow } = await aHierarchy()
  await doing((ctx) => changeDriftPolicy(ctx, { hierarchyId, follows: "own", sections: ["pricing"] }))
  await Promise.all([give(adminId, "GOLD").then(() => watchDrift()), give(second, "GOLD").then(() => watchDrift())])
  await look()
  expect(await driftingNow()).toBe(1)
})

test("who is added begins as the Admin where the policy says so, and no drift is told of them", async () => {
  const { hierarchyId, adminId, second, third, give, driftingNow, told } = await aHierarchy()
  await db.customer.update({ where: { id: adminId }, data: { paymentTerms: "N30" } })
  for (const id of [adminId, second, third]) await give(id, "GOLD")
  await doing((ctx) => changeDriftPolicy(ctx, { hierarchyId, follows: "own", sections: ["pricing"] }))
  const { memberId } = await doing((ctx) => addMember(ctx, { hierarchyId, ...newcomer() }))
  const { customer } = await seated(memberId)
  expect(customer).toMatchObject({ priceGroup: "GOLD", paymentTerms: null })
  await look()
  expect([await driftingNow(), await told()]).toEqual([0, []])
  const changes = await db.fieldChange.findMany({ where: { recordId: customer.id, field: "priceGroup" } })
  expect(changes).toMatchObject([{ from: null, to: "GOLD", recordKind: "customer" }])
})

test("who was a customer before keeps what they have, and is told as any other who differs", async () => {
  const { hierarchyId, adminId, second, third, give, driftingNow } = await aHierarchy()
  for (const id of [adminId, second, third]) await give(id, "GOLD")
  await doing((ctx) => changeDriftPolicy(ctx, { hierarchyId, follows: "own", sections: ["pricing"] }))
  const { people } = await anOrganization(1)
  const { email, firstName, lastName } = await db.customer.findUniqueOrThrow({ where: { id: people[0] ?? "" } })
  const who = { firstName: firstName ?? "", lastName: lastName ?? "", email: email ?? "", role: "user" as const }
  const { memberId } = await doing((ctx) => addMember(ctx, { hierarchyId, ...who }))
  expect((await seated(memberId)).customer.priceGroup).toBeNull()
  await look()
  expect(await driftingNow()).toBe(1)
})
