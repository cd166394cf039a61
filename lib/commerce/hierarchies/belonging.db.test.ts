import { beforeAll, describe, expect, test } from "vitest"
import type { Staff } from "@/lib/identity/actor"
import { storeOf } from "@/lib/mail/studio/store-of"
import { db } from "@/lib/platform/db"
import { newId } from "@/lib/platform/ids"
import { readLanes } from "@/lib/platform/lanes"
import { readListQuery } from "@/lib/platform/list-query"
import { readList } from "@/lib/platform/list-source"
import { brokenInvariants } from "@/lib/sync/invariants"
import { aLead, aStaff, qualify, reopen, undo, win } from "@/prisma/makers"
import { addChannel, archiveChannel } from "../channels/change-channels"
import { countHierarchies, listChannelChoices } from "../channels/queries"
import { storesOfHierarchy } from "../channels/storefront"
import { type Belonging, readBelonging } from "./belonging"
import { changeBelonging } from "./change-belonging"
import { createHierarchy } from "./create-hierarchy"
import { hierarchySource } from "./hierarchy-source"
import { anOrganization, aPartner, doing, inDefault, movesOf, theManager } from "./testing-partner"
import { hierarchyList } from "./views"

let henrik: Staff
let priya: Staff

beforeAll(async () => {
  henrik = await theManager()
  priya = await aStaff("sales_manager")
})

const everywhere: Belonging = { inAllChannels: true, channels: [] }
const inThese = (...channels: string[]): Belonging => ({ inAllChannels: false, channels })

/** A storefront beside the default one. */
async function aChannel() {
  const name = `Outlet ${newId().slice(-8)}`
  const words = { storeUrl: null, languages: ["en" as const], defaultLanguage: "en" as const, intro: null, letterProfileId: null }
  const { channelId } = await doing((ctx) => addChannel({ ...ctx, actor: henrik }, { ...words, name, formSlug: newId() }))
  return db.channel.findUniqueOrThrow({ where: { id: channelId } })
}

const archive = ({ id, version }: { id: string; version: number }) =>
  doing((ctx) => archiveChannel({ ...ctx, actor: henrik }, { channelId: id, version }))

async function standing(id: string): Promise<Belonging> {
  const { inAllChannels, channels } = await db.hierarchy.findUniqueOrThrow({ where: { id } })
  return { inAllChannels, channels }
}

const change = async (hierarchyId: string, belonging: Belonging, seen?: Belonging) => {
  const shown = seen ?? (await standing(hierarchyId))
  return doing((ctx) => changeBelonging(ctx, { hierarchyId, belonging, seen: shown }))
}

/** Wins a request at a storefront, as a deal with the account of an earlier one where one is given. */
async function aWin(at: string, accountId: string | null = null) {
  const lead = await aLead({ at })
  const made = await qualify(priya, lead.id, { accountId })
  const { decisionId } = await win(priya, made.opportunityId ?? "")
  const { hierarchyId } = await db.prospect.findUniqueOrThrow({ where: { id: lead.prospectId ?? "" } })
  return { decisionId, opportunityId: made.opportunityId ?? "", accountId: made.accountId, hierarchyId: hierarchyId ?? "" }
}

describe("on approval", () => {
  test("a hierarchy is in the channel at which was asked", async () => {
    const channel = await aChannel()
    expect(await standing((await aWin(channel.formSlug)).hierarchyId)).toEqual(inThese(channel.code))
    expect(await standing((await aPartner()).hierarchyId)).toEqual(inThese("default"))
  })

  test("a request at another storefront brings the partner there too, and Undo takes that back alone", async () => {
    const channel = await aChannel()
    const first = await aWin("")
    const second = await aWin(channel.formSlug, first.accountId)
    expect(second.hierarchyId).toBe(first.hierarchyId)
    expect(await standing(first.hierarchyId)).toEqual(inThese(...["default", channel.code].sort()))
    const { receipt } = await db.decision.findUniqueOrThrow({ where: { id: second.decisionId }, select: { receipt: true } })
    expect(JSON.stringify(receipt)).toContain(`is in ${channel.name} too`)
    await undo(priya, second.decisionId)
    expect(await standing(first.hierarchyId)).toEqual(inThese("default"))
    expect(await brokenInvariants()).toEqual([])
  })

  test("Undo is refused once another approved request counts on the channel", async () => {
    const channel = await aChannel()
    const first = await aWin("")
    const second = await aWin(channel.formSlug, first.accountId)
    await aWin(channel.formSlug, first.accountId)
    await expect(undo(priya, second.decisionId)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("was used since"),
    })
    expect((await standing(first.hierarchyId)).channels).toContain(channel.code)
  })

  test("a partner in all channels stays so", async () => {
    const channel = await aChannel()
    const first = await aWin("")
    await change(first.hierarchyId, everywhere)
    await aWin(channel.formSlug, first.accountId)
    expect(await standing(first.hierarchyId)).toEqual(everywhere)
  })

  test("two who approve at once, at two storefronts, bring the partner to both", async () => {
    const first = await aWin("")
    const channels = [await aChannel(), await aChannel()]
    const deals = []
    for (const { formSlug } of channels)
      deals.push(await qualify(priya, (await aLead({ at: formSlug })).id, { accountId: first.accountId }))
    await Promise.all(deals.map(({ opportunityId }) => win(priya, opportunityId ?? "")))
    expect(await standing(first.hierarchyId)).toEqual(inThese(...["default", ...channels.map(({ code }) => code)].sort()))
  })

  test("a suspended partner that is approved at another storefront is there alone", async () => {
    const channel = await aChannel()
    const first = await aWin("")
    await reopen(priya, first.opportunityId)
    await aWin(channel.formSlug, first.accountId)
    expect(await standing(first.hierarchyId)).toEqual(inThese(channel.code))
  })

  test("Reopen leaves the channel that the approval brought, unless somebody has said since where the partner belongs", async () => {
    const channel = await aChannel()
    const first = await aWin("")
    const second = await aWin(channel.formSlug, first.accountId)
    await reopen(priya, second.opportunityId)
    expect(await standing(first.hierarchyId)).toEqual(inThese("default"))
    await win(priya, second.opportunityId)
    expect((await standing(first.hierarchyId)).channels).toContain(channel.code)
    await change(first.hierarchyId, inThese(channel.code))
    await reopen(priya, second.opportunityId)
    expect(await standing(first.hierarchyId)).toEqual(inThese(channel.code))
  })
})

describe("by hand", () => {
  const create = async (belonging: Belonging) => {
    const { id, people } = await anOrganization(1)
    return doing((ctx) => createHierarchy(ctx, { organizationId: id, name: "Group", adminId: people[0] ?? "", belonging }))
  }

  test("a new hierarchy belongs where it was said, and the audit says so", async () => {
    const { hierarchyId } = await create(everywhere)
    expect(await standing(hierarchyId)).toEqual(everywhere)
    const { reason } = await db.auditEntry.findFirstOrThrow({ where: { recordId: hierarchyId, move: "hierarchy.create" } })
    expect(reason).toContain("In All channels.")
  })

  test("it is in no channel that there is not, or that is archived", async () => {
    const channel = await aChannel()
    await archive(channel)
    await expect(create(inThese("no-such-channel"))).rejects.toMatchObject({ code: "invalid", fields: { channels: expect.any(String) } })
    await expect(create(inThese(channel.code))).rejects.toMatchObject({ code: "conflict", fields: { channels: expect.any(String) } })
    await expect(create(inThese())).rejects.toMatchObject({ message: expect.stringContaining("at least one channel") })
  })

  test("its letters are those of its only channel, and the default one's where there are more", async () => {
    const channel = await aChannel()
    const { hierarchyId } = await create(inThese(channel.code))
    const { id: memberId } = await db.hierarchyMember.findFirstOrThrow({ where: { hierarchyId } })
    expect((await storeOf({ memberId })).store.storeName).toBe(channel.name)
    await change(hierarchyId, everywhere)
    const { name } = await db.channel.findFirstOrThrow({ where: { isDefault: true } })
    expect((await storeOf({ memberId })).store.storeName).toBe(name)
  })
})

describe("change", () => {
  test("from one to all is told by the names, once; the same again changes nothing", async () => {
    const { hierarchyId } = await aPartner()
    const { name } = await db.channel.findUniqueOrThrow({ where: { code: "default" } })
    expect(await change(hierarchyId, everywhere)).toMatchObject({ said: "All channels" })
    await change(hierarchyId, everywhere)
    expect((await movesOf(hierarchyId)).filter(([move]) => move === "hierarchy.channels")).toEqual([
      ["hierarchy.channels", name, "All channels"],
    ])
  })

  test("is refused to none, and to an archived channel; one in which it is already stays", async () => {
    const { hierarchyId } = await aPartner()
    const [kept, other] = [await aChannel(), await aChannel()]
    await change(hierarchyId, inThese("default", kept.code))
    await archive(kept)
    await archive(other)
    await expect(change(hierarchyId, inThese())).rejects.toMatchObject({ code: "invalid" })
    await expect(change(hierarchyId, inThese(other.code))).rejects.toMatchObject({
      code: "conflict",
      message: `${other.name} is archived. Bring it back first, or choose another channel.`,
    })
    await change(hierarchyId, inThese(kept.code))
    const choices = await listChannelChoices(await standing(hierarchyId))
    expect(choices.find(({ code }) => code === kept.code)).toMatchObject({ isArchived: true })
    expect(choices.find(({ code }) => code === other.code)).toBeUndefined()
    expect(await storesOfHierarchy(hierarchyId)).toEqual([])
  })

  test("of one that a colleague changed meanwhile is refused, and says who did what", async () => {
    const { hierarchyId } = await aPartner()
    const channel = await aChannel()
    await change(hierarchyId, everywhere)
    await expect(change(hierarchyId, inThese(channel.code), inDefault)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining(`${henrik.name} changed the channels of the hierarchy`),
    })
    await expect(change(newId(), everywhere, inDefault)).rejects.toMatchObject({ code: "not_found" })
  })

  test("by two at the same moment is made once", async () => {
    const channel = await aChannel()
    for (let round = 0; round < 3; round++) {
      const { hierarchyId } = await aPartner()
      const asked = [everywhere, inThese(channel.code)]
      const done = await Promise.allSettled(asked.map((belonging) => change(hierarchyId, belonging, inDefault)))
      expect(done.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
      const winner = asked[done.findIndex(({ status }) => status === "fulfilled")]
      expect(await standing(hierarchyId)).toEqual(winner)
    }
  })
})

describe("the database", () => {
  test("takes no empty set for all, nor all beside some, nor a channel that there is not, nor one twice", async () => {
    const { hierarchyId: id } = await aPartner()
    const write = (data: object) => db.hierarchy.update({ where: { id }, data })
    await expect(write({ channels: [] })).rejects.toThrow(/hierarchy_says_its_channels/)
    await expect(write({ inAllChannels: true })).rejects.toThrow(/hierarchy_says_its_channels/)
    await expect(write({ channels: ["no-such-channel"] })).rejects.toThrow()
    await expect(write({ channels: ["default", "default"] })).rejects.toThrow()
    expect(await standing(id)).toEqual(inDefault)
  })

  test("keeps a channel and its code", async () => {
    const { id } = await aChannel()
    await expect(db.channel.delete({ where: { id } })).rejects.toThrow()
    await expect(db.channel.update({ where: { id }, data: { code: "another" } })).rejects.toThrow()
  })
})

describe("the list", () => {
  test("is filtered and grouped by channel; who is in all is found at each, and stands in one group alone", async () => {
    const channel = await aChannel()
    const [only, both, all] = [await aPartner(), await aPartner(), await aPartner()].map(({ hierarchyId }) => hierarchyId)
    await change(only ?? "", inThese(channel.code))
    await change(both ?? "", inThese("default", channel.code))
    await change(all ?? "", everywhere)
    const now = new Date()
    const found = async (channels: string) => {
      const { rows } = await readList(hierarchySource, henrik.id, readListQuery(hierarchyList, { channels }), now)
      return [only, both, all].map((id) => rows.some((row) => row.id === id))
    }
    expect(await found(channel.code)).toEqual([true, true, true])
    expect(await found(`=${channel.code}`)).toEqual([true, false, false])
    expect(await found("+")).toEqual([false, true, false])
    expect(await found("*")).toEqual([false, false, true])

    const lanes = await readLanes(hierarchySource, henrik.id, readListQuery(hierarchyList, { group: "channels" }), "channels", now)
    const lanesOf = (id = "") => lanes.filter(({ rows }) => rows.some((row) => row.id === id)).map(({ label }) => label)
    expect([only, both, all].map(lanesOf)).toEqual([[channel.name], ["Several channels"], ["All channels"]])
    expect((await countHierarchies()).named[channel.code]).toBe(2)
  })

  test("shows the names, and All channels as such", async () => {
    const { hierarchyId } = await aPartner()
    const channel = await aChannel()
    const cell = async () => {
      const { rows } = await readList(hierarchySource, henrik.id, readListQuery(hierarchyList, { cols: "name,channels" }), new Date())
      return rows.find(({ id }) => id === hierarchyId)?.cells[1]
    }
    await change(hierarchyId, inThese(channel.code))
    expect(await cell()).toEqual([channel.code, channel.name])
    await change(hierarchyId, readBelonging("*") ?? inDefault)
    expect(await cell()).toEqual(["*", "All channels"])
  })
})
