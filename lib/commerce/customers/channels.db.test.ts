import { beforeAll, describe, expect, test } from "vitest"
import type { Staff } from "@/lib/identity/actor"
import { db } from "@/lib/platform/db"
import { newId } from "@/lib/platform/ids"
import { readLanes } from "@/lib/platform/lanes"
import { readListQuery } from "@/lib/platform/list-query"
import { readList } from "@/lib/platform/list-source"
import { brokenInvariants } from "@/lib/sync/invariants"
import { addChannel } from "../channels/change-channels"
import { addMember } from "../hierarchies/add-member"
import type { Belonging } from "../hierarchies/belonging"
import { changeBelonging } from "../hierarchies/change-belonging"
import { changeMemberRole } from "../hierarchies/change-member-role"
import { createHierarchy } from "../hierarchies/create-hierarchy"
import { deleteHierarchy } from "../hierarchies/delete-hierarchy"
import { disableMember } from "../hierarchies/disable-member"
import { enableMember } from "../hierarchies/enable-member"
import { removeMember } from "../hierarchies/remove-member"
import { anOrganization, aPartner, doing, inDefault, newcomer, seated, theManager } from "../hierarchies/testing-partner"
import { addOutlet } from "../outlets/add-outlet"
import { removeOutlet } from "../outlets/remove-outlet"
import { readMemberValues } from "../side-by-side/member-values"
import { customerSource } from "./customer-source"
import { customerList } from "./views"

let henrik: Staff
beforeAll(async () => {
  henrik = await theManager()
})

const nowhere = null
const everywhere: Belonging = { inAllChannels: true, channels: [] }
const inThese = (...channels: string[]): Belonging => ({ inAllChannels: false, channels })

async function aChannel() {
  const name = `Outlet ${newId().slice(-8)}`
  const words = { storeUrl: null, languages: ["en" as const], defaultLanguage: "en" as const, intro: null, letterProfileId: null }
  const { channelId } = await doing((ctx) => addChannel({ ...ctx, actor: henrik }, { ...words, name, formSlug: newId() }))
  return db.channel.findUniqueOrThrow({ where: { id: channelId } })
}

const change = async (hierarchyId: string, belonging: Belonging) => {
  const { inAllChannels, channels } = await db.hierarchy.findUniqueOrThrow({ where: { id: hierarchyId } })
  return doing((ctx) => changeBelonging(ctx, { hierarchyId, belonging, seen: { inAllChannels, channels } }))
}

const organizationOf = async (hierarchyId: string) =>
  (await db.hierarchy.findUniqueOrThrow({ where: { id: hierarchyId }, select: { organizationId: true } })).organizationId

/** Where a customer belongs; null where it is in no hierarchy. */
async function placeOf(id: string): Promise<Belonging | null> {
  const [row] = await db.$queryRaw<(Belonging & { channels: string[] | null })[]>`
    select channels, in_all_channels as "inAllChannels" from commerce.customer where id = ${id}::uuid`
  return row?.channels ? { inAllChannels: row.inAllChannels, channels: row.channels } : nowhere
}

/** A partner with a user and an outlet, and the customers that they are. */
async function aFirm() {
  const { hierarchyId, admin } = await aPartner()
  const organizationId = await organizationOf(hierarchyId)
  const branch = await anOrganization(1)
  const { outletId } = await doing((ctx) => addOutlet(ctx, { hierarchyId, customerId: branch.id, parentId: null, withPeople: true }))
  return { hierarchyId, outletId, adminId: admin.customerId, organizationId, branchId: branch.id, clerkId: branch.people[0] ?? "" }
}

const places = (firm: Awaited<ReturnType<typeof aFirm>>) =>
  Promise.all([firm.organizationId, firm.adminId, firm.branchId, firm.clerkId].map(placeOf))

describe("a customer is in the channels of its hierarchies", () => {
  test("the organization, its outlets and everybody who has a seat; and in others as soon as the hierarchy is", async () => {
    const channel = await aChannel()
    const firm = await aFirm()
    expect(await places(firm)).toEqual(Array(4).fill(inDefault))
    await change(firm.hierarchyId, inThese(channel.code, "default"))
    expect(await places(firm)).toEqual(Array(4).fill(inThese(...["default", channel.code].sort())))
    await change(firm.hierarchyId, everywhere)
    expect(await places(firm)).toEqual(Array(4).fill(everywhere))
    expect(await brokenInvariants()).toEqual([])
  })

  test("in none before it has a hierarchy, and when it leaves", async () => {
    const { id, people } = await anOrganization(2)
    const [adminId = "", userId = ""] = people
    expect(await Promise.all([id, adminId, userId].map(placeOf))).toEqual([nowhere, nowhere, nowhere])
    const made = await doing((ctx) => createHierarchy(ctx, { organizationId: id, name: "By hand", adminId, belonging: inDefault }))
    expect(await Promise.all([id, adminId, userId].map(placeOf))).toEqual([inDefault, inDefault, inDefault])
    const user = await db.hierarchyMember.findFirstOrThrow({ where: { customerId: userId } })
    await doing((ctx) => removeMember(ctx, { hierarchyId: made.hierarchyId, memberId: user.id }))
    expect(await placeOf(userId)).toBe(nowhere)
    await doing((ctx) => deleteHierarchy(ctx, { hierarchyId: made.hierarchyId }))
    expect(await Promise.all([id, adminId].map(placeOf))).toEqual([nowhere, nowhere])

    const firm = await aFirm()
    const clerk = await db.hierarchyMember.findFirstOrThrow({ where: { customerId: firm.clerkId } })
    await doing((ctx) => removeMember(ctx, { hierarchyId: firm.hierarchyId, memberId: clerk.id }))
    await doing((ctx) => removeOutlet(ctx, { hierarchyId: firm.hierarchyId, outletId: firm.outletId }))
    expect(await placeOf(firm.branchId)).toBe(nowhere)
    expect(await brokenInvariants()).toEqual([])
  })

  test("in those of both, where a person orders for two organizations; in all, where one of them is", async () => {
    const channel = await aChannel()
    const [one, two] = [await aPartner(), await aPartner()]
    await change(two.hierarchyId, inThese(channel.code))
    const who = newcomer()
    const join = (hierarchyId: string) => doing((ctx) => addMember(ctx, { hierarchyId, ...who }))
    const { customerId } = await seated((await join(one.hierarchyId)).memberId)
    const { memberId } = await join(two.hierarchyId)
    expect(await placeOf(customerId)).toEqual(inThese(...["default", channel.code].sort()))
    await change(two.hierarchyId, everywhere)
    expect(await placeOf(customerId)).toEqual(everywhere)
    await doing((ctx) => removeMember(ctx, { hierarchyId: two.hierarchyId, memberId }))
    expect(await placeOf(customerId)).toEqual(inDefault)
  })

  test("whoever is faster: one hierarchy moves to another channel while the other lets the same person go", async () => {
    const channel = await aChannel()
    for (let round = 0; round < 8; round++) {
      const [one, two] = [await aPartner(), await aPartner()]
      const who = newcomer()
      const join = (hierarchyId: string) => doing((ctx) => addMember(ctx, { hierarchyId, ...who }))
      const { customerId } = await seated((await join(one.hierarchyId)).memberId)
      const { memberId } = await join(two.hierarchyId)
      await Promise.all([
        change(one.hierarchyId, inThese(channel.code)),
        doing((ctx) => removeMember(ctx, { hierarchyId: two.hierarchyId, memberId })),
      ])
      expect(await placeOf(customerId)).toEqual(inThese(channel.code))
    }
    expect(await brokenInvariants()).toEqual([])
  })

  test("and nobody says so by hand: not on a new customer, nor an empty set without All channels", async () => {
    const { id } = await anOrganization(0)
    const write = (channels: string[] | null) => db.$executeRaw`update commerce.customer set channels = ${channels} where id = ${id}::uuid`
    await expect(write([])).rejects.toThrow(/customer_says_its_channels/)
    await db.$executeRaw`insert into commerce.customer (id, number, type, name, created_at, channels) values (${newId()}::uuid, ${newId()}, 'organization', 'Ltd', now(), '{default}')`
    expect(await brokenInvariants()).toEqual([])
  })
})

describe("a B2B administrator", () => {
  test("is whoever administers a hierarchy, as long as they do: by role, while they are let in, and until they leave", async () => {
    const { hierarchyId, admin } = await aPartner()
    const memberId = (await doing((ctx) => addMember(ctx, { hierarchyId, ...newcomer() }))).memberId
    const { customerId } = await seated(memberId)
    const found = async () => {
      const query = readListQuery(customerList, { view: "administrators", cols: "name,b2bAdministrator" })
      const { rows } = await readList(customerSource, henrik.id, query, new Date())
      return [admin.customerId, customerId].map((id) => rows.find((row) => row.id === id)?.cells[1] ?? false)
    }
    const role = (to: "admin" | "user") => doing((ctx) => changeMemberRole(ctx, { hierarchyId, memberId, role: to }))
    expect(await found()).toEqual([true, false])
    await role("admin")
    expect(await found()).toEqual([true, true])
    await doing((ctx) => disableMember(ctx, { hierarchyId, memberId, reason: "On leave" }))
    expect(await found()).toEqual([true, false])
    await doing((ctx) => enableMember(ctx, { hierarchyId, memberId }))
    expect(await found()).toEqual([true, true])
    await role("user")
    expect(await found()).toEqual([true, false])
    await role("admin")
    await doing((ctx) => removeMember(ctx, { hierarchyId, memberId }))
    expect(await found()).toEqual([true, false])
    expect(await brokenInvariants()).toEqual([])
  })
})

describe("the list of customers", () => {
  test("is filtered and grouped by channel, and by belonging to none", async () => {
    const channel = await aChannel()
    const ids: string[] = []
    for (const place of [inThese(channel.code), inThese("default", channel.code), everywhere]) {
      const { hierarchyId } = await aPartner()
      await change(hierarchyId, place)
      ids.push(await organizationOf(hierarchyId))
    }
    ids.push((await anOrganization(0)).id)
    const now = new Date()
    const found = async (params: Record<string, string>) => {
      const { rows } = await readList(customerSource, henrik.id, readListQuery(customerList, { view: "organizations", ...params }), now)
      return ids.map((id) => rows.some((row) => row.id === id))
    }
    expect(await found({ channels: channel.code })).toEqual([true, true, true, false])
    expect(await found({ channels: `=${channel.code}` })).toEqual([true, false, false, false])
    expect(await found({ channels: "+" })).toEqual([false, true, false, false])
    expect(await found({ channels: "*" })).toEqual([false, false, true, false])
    expect(await found({ f: JSON.stringify(["channels", "is-not", channel.code]) })).toEqual([false, false, false, true])
    expect(await found({ f: JSON.stringify(["channels", "empty"]) })).toEqual([false, false, false, true])
    expect(await found({ f: JSON.stringify(["channels", "filled"]) })).toEqual([true, true, true, false])

    const query = readListQuery(customerList, { view: "organizations", group: "channels" })
    const lanes = await readLanes(customerSource, henrik.id, query, "channels", now)
    const lanesOf = (id: string) => lanes.filter(({ rows }) => rows.some((row) => row.id === id)).map(({ label }) => label)
    expect(ids.map(lanesOf)).toEqual([[channel.name], ["Several channels"], ["All channels"], ["None"]])

    const { rows } = await readList(customerSource, henrik.id, readListQuery(customerList, { cols: "name,channels" }), now)
    const cells = ids.map((id) => rows.find((row) => row.id === id)?.cells[1])
    const both = [channel, await db.channel.findUniqueOrThrow({ where: { code: "default" } })]
    expect(cells).toEqual([
      [channel.code, channel.name],
      [
        both
          .map(({ code }) => code)
          .sort()
          .join(","),
        both
          .map(({ name }) => name)
          .sort((a, b) => a.localeCompare(b))
          .join(", "),
      ],
      ["*", "All channels"],
      null,
    ])
  })

  test("and the members of a hierarchy side by side say theirs", async () => {
    const { hierarchyId } = await aPartner()
    const [member] = await readMemberValues(hierarchyId, ["channels"])
    const { name } = await db.channel.findUniqueOrThrow({ where: { code: "default" } })
    expect(member?.values.channels).toBe(name)
    await change(hierarchyId, everywhere)
    expect((await readMemberValues(hierarchyId, ["channels"]))[0]?.values.channels).toBe("All channels")
  })
})
