import { beforeAll, describe, expect, test } from "vitest"
import type { Staff } from "@/lib/identity/actor"
import { claimMail } from "@/lib/mail/claim-mail"
import { getMail, listHeld } from "@/lib/mail/log/queries"
import { getAddressee } from "@/lib/mail/messages/addressee"
import { SendMessage } from "@/lib/mail/messages/schema"
import { sendMessage } from "@/lib/mail/messages/send-message"
import { PreviewDecision, previewDecision } from "@/lib/mail/preview-letter"
import { renderLetter } from "@/lib/mail/render-letter"
import { addProfile, removeProfile, setLetter } from "@/lib/mail/studio/change-profile"
import { publishText } from "@/lib/mail/studio/change-text"
import { listProfiles } from "@/lib/mail/studio/profiles"
import { storeOf } from "@/lib/mail/studio/store-of"
import { type Ctx, inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { newId } from "@/lib/platform/ids"
import { rejectProspect } from "@/lib/sync/decide-in-commerce"
import { aLead, aProspect, approve, aRequest, aStaff, qualify } from "@/prisma/makers"
import { addChannel, archiveChannel, bringChannelBack, editChannel, makeChannelDefault, nameFirstChannel } from "./change-channels"
import { listChannelHistory, listChannels } from "./queries"
import { findStorefront, getDefaultStorefront, storeOfProspect, theHouse } from "./storefront"

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
  letterProfileId: null as string | null,
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

/** A profile with a sender of its own. */
async function aProfile(given: object = {}) {
  const name = `Desk ${newId().slice(-8)}`
  const profile = {
    name,
    senderName: `The ${name}`,
    senderAddress: `${newId()}@outlet.example`,
    replyTo: null,
    defaultLanguage: "en" as const,
  }
  const { profileId } = await act((ctx) => addProfile(ctx, { ...profile, ...given }))
  return { ...profile, profileId }
}

/** A channel that writes in a profile of its own. */
async function aShop(given: object = {}) {
  const profile = await aProfile()
  return { profile, channel: await aChannel({ letterProfileId: profile.profileId, ...given }) }
}

const theHouses = () => db.letterProfile.findFirstOrThrow({ where: { isDefault: true }, select: { id: true } })

/** Chooses other letters for a channel, and nothing else. */
const choose = async (channelId: string, letterProfileId: string | null, now = new Date()) => {
  const { version, name, formSlug } = await standing(channelId)
  return act((ctx) => editChannel(ctx, { ...typed({ name, formSlug }), letterProfileId, channelId, version }), now)
}

const profileOf = async (about: object) => (await storeOf(about)).own.id

describe("the letters of a channel", () => {
  test("are the house's until a profile is chosen; the default profile is the house's, and one that is gone is refused", async () => {
    const channel = await aChannel()
    await choose(channel.id, (await theHouses()).id)
    expect((await standing(channel.id)).letterProfileId).toBeNull()
    await expect(choose(channel.id, newId())).rejects.toMatchObject({
      code: "invalid",
      fields: { letterProfileId: "This profile was removed. Choose another one" },
    })
    await expect(act((ctx) => addChannel(ctx, typed({ letterProfileId: newId() })))).rejects.toMatchObject({ code: "invalid" })
  })

  test("are told in its history by their names", async () => {
    const { profile, channel } = await aShop()
    await choose(channel.id, null, new Date(Date.now() + 1000))
    const [edited] = (await listChannelHistory([channel.id]))[channel.id] ?? []
    expect(edited?.changes).toEqual([{ field: "letters", from: profile.name, to: "The house’s letters" }])
  })

  test("keep their profile, which says who writes in it, until they choose another", async () => {
    const { profile, channel } = await aShop()
    const remove = async () => {
      const { version } = await db.letterProfile.findUniqueOrThrow({ where: { id: profile.profileId } })
      return act((ctx) => removeProfile(ctx, { profileId: profile.profileId, version }))
    }
    await expect(remove()).rejects.toMatchObject({
      code: "conflict",
      message: `${channel.name} writes in this profile. Choose other letters for that channel first.`,
    })
    await expect(db.letterProfile.delete({ where: { id: profile.profileId } })).rejects.toThrow()
    expect((await listProfiles()).find(({ id }) => id === profile.profileId)?.channels).toEqual([channel.name])
    await choose(channel.id, null)
    expect((await listProfiles()).find(({ isDefault }) => isDefault)?.channels).toContain(channel.name)
    await remove()
  })

  test("that one chooses while another removes their profile: one of the two is told", async () => {
    for (let round = 0; round < 5; round++) {
      const [{ profileId, name }, channel] = [await aProfile(), await aChannel()]
      const [chosen, removed] = await Promise.allSettled([
        choose(channel.id, profileId),
        act((ctx) => removeProfile(ctx, { profileId, version: 1 })),
      ])
      expect([chosen.status, removed.status].sort()).toEqual(["fulfilled", "rejected"])
      const kept = (await standing(channel.id)).letterProfileId
      expect(kept).toBe(chosen.status === "fulfilled" ? profileId : null)
      if (removed.status === "rejected")
        expect(removed.reason).toMatchObject({ message: expect.stringContaining(`${channel.name} writes`) })
      if (chosen.status === "rejected") expect(chosen.reason).toMatchObject({ message: expect.stringContaining("was removed") })
      expect(await db.letterProfile.count({ where: { name } })).toBe(removed.status === "fulfilled" ? 0 : 1)
    }
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

  test("about a request are written in the profile of its channel, and so are a partner's later ones", async () => {
    const { profile, channel } = await aShop()
    const prospect = await aProspect({ at: channel.formSlug })
    expect(await storeOf({ prospectId: prospect.id })).toMatchObject({
      own: { id: profile.profileId },
      store: { storeName: channel.name },
      sender: { name: profile.senderName, address: profile.senderAddress },
    })
    await approve(henrik, prospect.id)
    const { hierarchyId, requestorId } = await db.prospect.findUniqueOrThrow({ where: { id: prospect.id } })
    const member = await db.hierarchyMember.findFirstOrThrow({ where: { hierarchyId: hierarchyId ?? "", customerId: requestorId ?? "" } })
    expect(await storeOf({ memberId: member.id })).toMatchObject({ own: { id: profile.profileId }, store: { storeName: channel.name } })
    expect(await profileOf({ personId: member.personId })).toBe(profile.profileId)
    expect(await profileOf({ personId: henrik.id })).toBe((await theHouses()).id)
  })

  test("that a person writes are sent in the profile of the channel, to a lead and to a contact that came of it", async () => {
    const { profile, channel } = await aShop()
    const seller = await aStaff("sales_manager")
    const lead = await aLead({ at: channel.formSlug })
    const words = { subject: "Your range", text: "Which ropes do you carry?", template: null, asks: false }
    const write = (about: "lead" | "contact", id: string) =>
      inTransaction(seller, (ctx) => sendMessage({ ...ctx, actor: seller }, SendMessage.parse({ ...words, about, id })))
    await write("lead", lead.id)
    const { contactId } = await qualify(seller, lead.id)
    await write("contact", contactId ?? "")
    const mails = await db.mail.findMany({ where: { letter: "message", toAddress: lead.email ?? "" }, select: { about: true } })
    expect(mails).toHaveLength(2)
    for (const { about } of mails)
      expect(await storeOf(about)).toMatchObject({ own: { id: profile.profileId }, store: { storeName: channel.name } })
    expect((await getAddressee(db, "contact", contactId ?? "")).values.storename).toBe(channel.name)
  })

  test("to somebody who orders for partners of two channels are the house's", async () => {
    const { profile, channel } = await aShop()
    const [here, there] = [await aProspect({ at: channel.formSlug }), await aProspect()]
    const members = []
    for (const { id } of [here, there]) {
      await approve(henrik, id)
      const { hierarchyId } = await db.prospect.findUniqueOrThrow({ where: { id } })
      members.push(await db.hierarchyMember.findFirstOrThrow({ where: { hierarchyId: hierarchyId ?? "" } }))
    }
    const [one, other] = members
    expect(await profileOf({ personId: one?.personId })).toBe(profile.profileId)
    await db.hierarchyMember.update({ where: { id: other?.id ?? "" }, data: { personId: one?.personId ?? "" } })
    expect(await storeOf({ personId: one?.personId })).toMatchObject({ store: { storeName: theHouse().storeName } })
    expect(await profileOf({ memberId: one?.id })).toBe(profile.profileId)
  })

  test("follow the channel until they leave: held as its profile says, previewed as they are written", async () => {
    const { profile, channel } = await aShop()
    const prospect = await aProspect({ at: channel.formSlug })
    await act((ctx) => setLetter(ctx, { profileId: profile.profileId, letter: "prospect-rejected", mode: "held" }))
    const text = { profileId: profile.profileId, letter: "prospect-rejected", language: "en", draftVersion: 0 } as const
    await act((ctx) => publishText(ctx, { ...text, subject: "From the desk: %company%", body: "Sorry, %firstname%. %note%" }))
    const shown = await previewDecision(
      prospect.id,
      PreviewDecision.parse({ letter: "prospect-rejected", reason: "No", note: "In spring" }),
      new Date(),
    )
    expect(shown).toMatchObject({ profile: profile.name, mode: "held", subject: `From the desk: ${prospect.companyName}` })

    await inTransaction(henrik, (ctx) =>
      rejectProspect({ ...ctx, actor: henrik }, { prospectId: prospect.id, reason: "No", noteToApplicant: "In spring" }),
    )
    const mail = await db.mail.findFirstOrThrow({ where: { letter: "prospect-rejected", recordIds: { has: prospect.id } } })
    const written = await renderLetter({ ...mail, letter: "prospect-rejected" }, new Date())
    expect(shown.html).toBe(written?.html.replaceAll(/(<a\b[^>]*?) href="[^"]*"/g, "$1"))
    expect(await getMail(mail.id, new Date())).toMatchObject({ words: { profileName: profile.name, sender: { name: profile.senderName } } })

    // Nothing else is due before it, so that it is the one that is claimed.
    await db.mail.updateMany({ where: { state: "waiting", id: { not: mail.id } }, data: { state: "canceled" } })
    await claimMail(new Date(Date.now() + 3_600_000))
    expect((await listHeld()).find(({ id }) => id === mail.id)).toMatchObject({ profile: profile.name })
    await choose(channel.id, null)
    expect((await listHeld()).find(({ id }) => id === mail.id)).toMatchObject({ profile: "Standard" })
    expect(await getMail(mail.id, new Date())).toMatchObject({ words: { profileName: "Standard" } })
  })
})

test("the public page stands as it last did while the database gives no answer", async () => {
  const before = await getDefaultStorefront()
  await db.$executeRaw`alter table commerce.channel rename to channel_out_of_reach`
  try {
    expect(await getDefaultStorefront()).toEqual(before)
  } finally {
    await db.$executeRaw`alter table commerce.channel_out_of_reach rename to channel`
  }
})

test.each(["\0", "Outlet", "-", "a--b", "a".repeat(41), "../x"])("no form stands at %j", async (slug) => {
  expect(await findStorefront(slug)).toBeNull()
})
