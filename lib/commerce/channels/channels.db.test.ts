import { beforeAll, describe, expect, test } from "vitest"
import type { Staff } from "@/lib/identity/actor"
import { getAddressee } from "@/lib/mail/messages/addressee"
import { renderLetter } from "@/lib/mail/render-letter"
import { type Ctx, inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { newId } from "@/lib/platform/ids"
import { aLead, aProspect, aRequest, aStaff } from "@/prisma/makers"
import { addChannel, archiveChannel, bringChannelBack, editChannel, makeChannelDefault, nameFirstChannel } from "./change-channels"
import { listChannelHistory, listChannels } from "./queries"
import { findStorefront, getDefaultStorefront, storeOfProspect } from "./storefront"

let henrik: Staff

beforeAll(async () => {
  henrik = await aStaff("commerce_manager")
})

const act = <Done>(work: (ctx: Ctx & { actor: Staff }) => Promise<Done>, now = new Date()) =>
  inTransaction(henrik, (ctx) => work({ ...ctx, actor: henrik }), now)

const typed = (given: object = {}) => ({
  name: `Outlet ${newId().slice(-8)}`,
  storeUrl: "https://outlet.example" as string | null,
  languages: ["en", "pt"] as ("en" | "pt")[],
  defaultLanguage: "pt" as const,
  formSlug: `outlet-${newId().slice(-8)}`,
  intro: null,
  ...given,
})

const standing = (channelId: string) => db.channel.findUniqueOrThrow({ where: { id: channelId } })
const ref = async (channelId: string) => ({ channelId, version: (await standing(channelId)).version })

async function aChannel(given: object = {}) {
  const { channelId } = await act((ctx) => addChannel(ctx, typed(given)))
  return standing(channelId)
}

describe("a channel", () => {
  test("gets a code from its name that no other has and that stays when it is renamed", async () => {
    const name = `Loja ${newId().slice(-6)}`
    const one = await aChannel({ name })
    expect(one.code).toBe(name.toLowerCase().replace(" ", "-"))
    await act(async (ctx) => editChannel(ctx, { ...typed({ name: `${name} Nova` }), ...(await ref(one.id)) }))
    const other = await aChannel({ name })
    expect(other.code).toBe(`${one.code}-2`)
    expect((await standing(one.id)).code).toBe(one.code)
  })

  test("bears a name and an address that no other bears, and says which is taken", async () => {
    const { name, formSlug } = await aChannel()
    await expect(act((ctx) => addChannel(ctx, typed({ name: name.toUpperCase() })))).rejects.toMatchObject({
      fields: { name: "There is a channel of this name" },
    })
    await expect(act((ctx) => addChannel(ctx, typed({ formSlug })))).rejects.toMatchObject({
      fields: { formSlug: `This is the address of ${name}` },
    })
  })

  test("tells its history: who did what, and what each field was before", async () => {
    const channel = await aChannel({ storeUrl: null })
    const words = {
      ...typed({ name: channel.name, formSlug: channel.formSlug, storeUrl: "https://new.example" }),
      languages: ["pt"] as "pt"[],
    }
    await act(async (ctx) => editChannel(ctx, { ...words, ...(await ref(channel.id)) }), new Date(Date.now() + 1000))
    const [edited, added] = (await listChannelHistory([channel.id]))[channel.id] ?? []
    expect(added).toMatchObject({ move: "channel.add", by: henrik.name, changes: [] })
    expect(edited).toMatchObject({ move: "channel.edit" })
    expect(edited?.changes.sort((a, b) => a.field.localeCompare(b.field))).toEqual([
      { field: "languages", from: "en, pt", to: "pt" },
      { field: "storeUrl", from: null, to: "https://new.example" },
    ])
  })

  test("is not written over by somebody who saw an earlier one", async () => {
    const channel = await aChannel()
    const stale = await ref(channel.id)
    await act((ctx) => editChannel(ctx, { ...typed(), ...stale }))
    await expect(act((ctx) => editChannel(ctx, { ...typed(), ...stale }))).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining(`${henrik.name} edited a channel`),
    })
  })
})

describe("the default", () => {
  test("is one, also when two people choose at once; the other reads who was faster or wins after", async () => {
    const [one, other] = [await aChannel(), await aChannel()]
    await Promise.allSettled([one, other].map(async ({ id }) => act(async (ctx) => makeChannelDefault(ctx, await ref(id)))))
    const defaults = (await listChannels()).filter(({ isDefault }) => isDefault)
    expect(defaults).toHaveLength(1)
    expect([one.id, other.id]).toContain(defaults[0]?.id)
    expect(await getDefaultStorefront()).toMatchObject({ slug: defaults[0]?.formSlug })
  })

  test("cannot be archived, and what is archived cannot become it", async () => {
    const channel = await aChannel()
    await act(async (ctx) => makeChannelDefault(ctx, await ref(channel.id)))
    await expect(act(async (ctx) => archiveChannel(ctx, await ref(channel.id)))).rejects.toMatchObject({ code: "conflict" })
    const other = await aChannel()
    await act(async (ctx) => archiveChannel(ctx, await ref(other.id)))
    await expect(act(async (ctx) => makeChannelDefault(ctx, await ref(other.id)))).rejects.toMatchObject({ code: "conflict" })
    await expect(db.channel.update({ where: { id: other.id }, data: { isDefault: true } })).rejects.toThrow()
  })

  test("is called as the house is, until somebody names it", async () => {
    const first = () => db.channel.findUniqueOrThrow({ where: { code: "default" } })
    await db.channel.update({ where: { code: "default" }, data: { version: 1 } })
    await nameFirstChannel(db, "Harbourline Partners")
    expect((await first()).name).toBe("Harbourline Partners")
    await act(async (ctx) => editChannel(ctx, { ...typed({ name: "Harbourline", formSlug: "main" }), ...(await ref((await first()).id)) }))
    await nameFirstChannel(db, "Gangway")
    expect((await first()).name).toBe("Harbourline")
  })
})

describe("the form of a channel", () => {
  test("stands at its address while it is open", async () => {
    const channel = await aChannel({ intro: "Ends of line." })
    expect(await findStorefront(channel.formSlug)).toMatchObject({ name: channel.name, intro: "Ends of line.", isDefault: false })
    await act(async (ctx) => archiveChannel(ctx, await ref(channel.id)))
    expect(await findStorefront(channel.formSlug)).toBeNull()
    await act(async (ctx) => bringChannelBack(ctx, await ref(channel.id)))
    expect(await findStorefront(channel.formSlug)).not.toBeNull()
    expect(await findStorefront("no-such-form")).toBeNull()
  })

  test("brings a prospect of the channel, and a lead that says so", async () => {
    const channel = await aChannel()
    const prospect = await aProspect({ at: channel.formSlug })
    expect(prospect.channel).toBe(channel.code)
    const lead = await db.lead.findUniqueOrThrow({ where: { prospectId: prospect.id } })
    expect(lead).toMatchObject({ source: "web", channel: channel.code, channelName: channel.name })
  })

  test("writes in a language of the channel, else in its default one", async () => {
    const channel = await aChannel()
    expect((await aProspect({ at: channel.formSlug, language: "en" })).language).toBe("en")
    expect((await aProspect({ at: channel.formSlug, language: "sv" })).language).toBe("pt")
  })

  test("takes nothing once the channel is archived; the same form sent twice is one request", async () => {
    const channel = await aChannel()
    const request = aRequest({ at: channel.formSlug })
    const one = await aProspect(request)
    expect((await aProspect(request)).number).toBe(one.number)
    await act(async (ctx) => archiveChannel(ctx, await ref(channel.id)))
    await expect(aProspect({ at: channel.formSlug })).rejects.toMatchObject({ code: "invalid", message: expect.stringContaining("closed") })
    await expect(aProspect({ at: "no-such-form" })).rejects.toMatchObject({ code: "invalid" })
  })
})

describe("letters", () => {
  test("bear the name and the address of the channel at which was asked", async () => {
    const channel = await aChannel()
    const prospect = await aProspect({ at: channel.formSlug })
    const mail = await db.mail.findFirstOrThrow({ where: { recordIds: { has: prospect.id }, letter: "request-received" } })
    const letter = await renderLetter({ ...mail, letter: "request-received" }, new Date())
    expect(letter?.text).toContain(`a business partner of ${channel.name}`)
    expect(letter?.text).toContain("https://outlet.example")
  })

  test("name no address where the channel has none; the default's is the house's own then", async () => {
    const channel = await aChannel({ storeUrl: null })
    const prospect = await aProspect({ at: channel.formSlug })
    expect(await storeOfProspect(prospect.id)).toEqual({ storeName: channel.name, storeUrl: "" })
    await db.channel.updateMany({ where: { isDefault: true }, data: { storeUrl: null } })
    expect((await storeOfProspect(null)).storeUrl).toBe("http://localhost:3000")
  })

  test("that a person writes have the channel's for storename and storeurl", async () => {
    const channel = await aChannel()
    const lead = await aLead({ at: channel.formSlug })
    const { values } = await getAddressee(db, "lead", lead.id)
    expect(values).toMatchObject({ storename: channel.name, storeurl: "https://outlet.example" })
  })
})
