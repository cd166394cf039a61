import { beforeAll, expect, test } from "vitest"
import { addChannel, archiveChannel } from "@/lib/commerce/channels/change-channels"
import { changeBelonging } from "@/lib/commerce/hierarchies/change-belonging"
import { aPartner } from "@/lib/commerce/hierarchies/testing-partner"
import type { Staff } from "@/lib/identity/actor"
import { inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { newId } from "@/lib/platform/ids"
import { brokenInvariants } from "@/lib/sync/invariants"
import { aStaff } from "@/prisma/makers"
import { begin, drain, getItems, getRun, start, takeBack } from "./testing-runs"

let henrik: Staff

beforeAll(async () => {
  henrik = await aStaff("commerce_manager", { name: "Henrik Aalto" })
})

async function aChannel() {
  const words = { storeUrl: null, languages: ["en" as const], defaultLanguage: "en" as const, intro: null, letterProfileId: null }
  const name = `Outlet ${newId().slice(-6)}`
  const { channelId } = await inTransaction(henrik, (ctx) => addChannel({ ...ctx, actor: henrik }, { ...words, name, formSlug: newId() }))
  return db.channel.findUniqueOrThrow({ where: { id: channelId } })
}

const places = async (ids: readonly string[]) => {
  const rows = await db.hierarchy.findMany({ where: { id: { in: [...ids] } }, orderBy: { number: "asc" } })
  return rows.map(({ inAllChannels, channels }) => (inAllChannels ? "*" : channels.join()))
}
const belong = (hierarchyId: string, inAllChannels: boolean, ...channels: string[]) =>
  inTransaction(henrik, async (ctx) => {
    const seen = await ctx.tx.hierarchy.findUniqueOrThrow({ where: { id: hierarchyId }, select: { inAllChannels: true, channels: true } })
    return changeBelonging(ctx, { hierarchyId, belonging: { inAllChannels, channels }, seen })
  })

test("many hierarchies are brought into a channel: looked at first, done, told one by one, and taken back but for what was changed since", async () => {
  const channel = await aChannel()
  const ids = []
  for (let place = 0; place < 4; place++) ids.push((await aPartner()).hierarchyId)
  const [first = "", , third = "", fourth = ""] = ids
  await belong(third, true)
  await belong(fourth, false, channel.code)
  const run = await begin(henrik, "set_channels", ids, { list: "hierarchies", input: { how: "join", channel: channel.code } })
  await drain()
  const house = (await db.channel.findUniqueOrThrow({ where: { code: "default" } })).name
  const both = [house, channel.name].sort((one, other) => one.localeCompare(other)).join(" and ")
  expect((await getItems(run)).map(({ verdict, told }) => [verdict, told])).toEqual([
    ["ready", `${house} → ${both}`],
    ["ready", `${house} → ${both}`],
    ["blocked", "It is in all channels already."],
    ["blocked", `It is in ${channel.name} already.`],
  ])
  await start(henrik, run)
  await drain()
  expect(await getRun(run)).toMatchObject({ state: "done", done: 2, title: `Into ${channel.name}` })
  const two = ["default", channel.code].sort().join()
  expect(await places(ids)).toEqual([two, two, "*", channel.code])
  const told = await db.auditEntry.findMany({ where: { recordId: first, move: "hierarchy.channels" } })
  expect(told).toMatchObject([{ actorName: "Henrik Aalto", from: house, to: both }])
  expect(await brokenInvariants()).toEqual([])
  await belong(first, true)
  await takeBack(henrik, run)
  await drain()
  expect(await places(ids)).toEqual(["*", "default", "*", channel.code])
  expect((await getItems(run)).map(({ why }) => why).filter(Boolean)).toContainEqual(expect.stringContaining("Changed since. Henrik Aalto"))
  expect(await brokenInvariants()).toEqual([])
})

test("a channel is left only by those who are in another, and all channels is said of many", async () => {
  const channel = await aChannel()
  const ids = [(await aPartner()).hierarchyId, (await aPartner()).hierarchyId]
  await belong(ids[0] ?? "", false, "default", channel.code)
  const leave = await begin(henrik, "set_channels", ids, { list: "hierarchies", input: { how: "leave", channel: "default" } })
  await drain()
  expect((await getItems(leave)).map(({ verdict }) => verdict)).toEqual(["ready", "blocked"])
  await start(henrik, leave)
  await drain()
  const everywhere = await begin(henrik, "set_channels", ids, { list: "hierarchies", input: { how: "all" } })
  await drain()
  await start(henrik, everywhere)
  await drain()
  expect(await places(ids)).toEqual(["*", "*"])
})

const archive = ({ id, version }: { id: string; version: number }) =>
  inTransaction(henrik, (ctx) => archiveChannel({ ...ctx, actor: henrik }, { channelId: id, version }))

test("nobody is brought into a channel that was archived since the run was made, and who is in one may leave it", async () => {
  const channel = await aChannel()
  const [stranger, member] = [(await aPartner()).hierarchyId, (await aPartner()).hierarchyId]
  await belong(member, false, "default", channel.code)
  const join = await begin(henrik, "set_channels", [stranger], { list: "hierarchies", input: { how: "join", channel: channel.code } })
  await drain()
  await archive(channel)
  await start(henrik, join)
  await drain()
  const why = `${channel.name} is archived. Bring it back first, or choose another channel.`
  expect(await getItems(join)).toMatchObject([{ verdict: "ready", result: "skipped", why }])
  const leave = await begin(henrik, "set_channels", [member], { list: "hierarchies", input: { how: "leave", channel: channel.code } })
  await drain()
  await start(henrik, leave)
  await drain()
  expect(await places([stranger, member])).toEqual(["default", "default"])
})

test("a channel that nobody can choose is refused before anything is looked at", async () => {
  const channel = await aChannel()
  await archive(channel)
  const { hierarchyId } = await aPartner()
  const asked = (input: object) => begin(henrik, "set_channels", [hierarchyId], { list: "hierarchies", input })
  await expect(asked({ how: "join", channel: channel.code })).rejects.toMatchObject({
    fields: { channel: expect.stringContaining("archived") },
  })
  await expect(asked({ how: "join", channel: "no-such" })).rejects.toMatchObject({ fields: { channel: expect.any(String) } })
  await expect(asked({ how: "somehow" })).rejects.toMatchObject({ fields: { how: expect.any(String) } })
})
