import type { Staff } from "@/lib/identity/actor"
import { auditMove, type FieldChange } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { AppError, insist, notFound } from "@/lib/platform/errors"
import { newId } from "@/lib/platform/ids"
import { overtaken } from "@/lib/platform/overtaken"
import { type ChannelRow, listChannels } from "./queries"
import { refusalToArchive, refusalToBringBack, refusalToMakeDefault } from "./rules"
import type { AddChannel, ChannelRef, EditChannel } from "./schema"
import { codeFrom } from "./slug"

type Worker = Ctx & { actor: Staff }

/** One at a time changes the channels, so that two who choose a default, a name or an address wait for each other. */
async function lockChannels({ tx }: Ctx): Promise<ChannelRow[]> {
  await tx.$executeRaw`select 1 from commerce.channel order by id for no key update`
  return listChannels(tx)
}

async function standing(ctx: Ctx, { channelId, version }: ChannelRef) {
  const all = await lockChannels(ctx)
  const channel = all.find(({ id }) => id === channelId)
  if (!channel) throw notFound("channel")
  if (channel.version !== version) throw await overtaken(ctx, channelId)
  return { channel, all }
}

/** No two channels have one name, or one address of their form; an archived one keeps both. */
function insistOnNew(all: readonly ChannelRow[], { name, formSlug }: AddChannel, own: string | null): void {
  const others = all.filter(({ id }) => id !== own)
  const fields: Record<string, string> = {}
  if (others.some((other) => other.name.toLowerCase() === name.toLowerCase())) fields.name = "There is a channel of this name"
  const twin = others.find((other) => other.formSlug === formSlug)
  if (twin) fields.formSlug = `This is the address of ${twin.name}`
  const [message] = Object.values(fields)
  if (message) throw new AppError("invalid", `${message}.`, { fields })
}

const houseLetters = "The house’s letters"

/** What the letters of a channel are called, once its profile cannot go any more before commit. The default profile is the house's. */
async function lettersOf({ tx }: Ctx, profileId: string | null) {
  if (profileId === null) return { letterProfileId: null, letters: houseLetters }
  const [profile] = await tx.$queryRaw<{ name: string; isDefault: boolean }[]>`
    select name, is_default as "isDefault" from platform.letter_profile where id = ${profileId}::uuid for key share`
  if (!profile) {
    const message = "This profile was removed. Choose another one"
    throw new AppError("invalid", `${message}.`, { fields: { letterProfileId: message } })
  }
  return profile.isDefault ? { letterProfileId: null, letters: houseLetters } : { letterProfileId: profileId, letters: profile.name }
}

const ref = (id: string, label: string) => ({ kind: "channel" as const, id, label })

function freeCode(all: readonly ChannelRow[], name: string): string {
  const taken = new Set(all.map(({ code }) => code))
  const wanted = codeFrom(name)
  for (let n = 1; ; n++) {
    const code = n === 1 ? wanted : `${wanted}-${n}`
    if (!taken.has(code)) return code
  }
}

/** Opens a storefront: its form takes requests from this commit on. */
export async function addChannel(ctx: Worker, input: AddChannel) {
  const all = await lockChannels(ctx)
  insistOnNew(all, input, null)
  const { letterProfileId } = await lettersOf(ctx, input.letterProfileId)
  const id = newId()
  await ctx.tx.channel.create({ data: { id, code: freeCode(all, input.name), ...input, letterProfileId, createdAt: ctx.now } })
  auditMove(ctx, { move: "channel.add", record: ref(id, input.name), to: `/request/at/${input.formSlug}` })
  return { channelId: id, name: input.name }
}

/** Changes a storefront. Letters that leave from now on say what it is called then. */
export async function editChannel(ctx: Worker, { channelId, version, ...input }: EditChannel) {
  const { channel, all } = await standing(ctx, { channelId, version })
  insistOnNew(all, input, channelId)
  const { letterProfileId, letters } = await lettersOf(ctx, input.letterProfileId)
  await ctx.tx.channel.update({ where: { id: channelId }, data: { ...input, letterProfileId, version: { increment: 1 } } })
  const before = channel.letterProfile?.name ?? houseLetters
  const changes = [...changesOf(channel, input), { field: "letters", from: before, to: letters }]
  auditMove(ctx, { move: "channel.edit", record: ref(channelId, input.name), changes })
  return { channelId, name: input.name }
}

function changesOf(before: ChannelRow, after: AddChannel): FieldChange[] {
  const fields = ["name", "storeUrl", "defaultLanguage", "formSlug", "intro"] as const
  const plain = fields.map((field) => ({ field, from: before[field], to: after[field] }))
  return [...plain, { field: "languages", from: before.languages.join(", "), to: after.languages.join(", ") }]
}

/** Gives /request to another storefront. */
export async function makeChannelDefault(ctx: Worker, input: ChannelRef) {
  const { channel, all } = await standing(ctx, input)
  insist(refusalToMakeDefault(channel))
  const before = all.find(({ isDefault }) => isDefault)
  await ctx.tx.channel.updateMany({ where: { isDefault: true }, data: { isDefault: false, version: { increment: 1 } } })
  await ctx.tx.channel.update({ where: { id: channel.id }, data: { isDefault: true, version: { increment: 1 } } })
  auditMove(ctx, { move: "channel.default", record: ref(channel.id, channel.name), from: before?.name, to: channel.name })
  return { channelId: channel.id, name: channel.name }
}

/** Closes the form of a storefront. What was asked there is still decided, and written to in its name. */
export async function archiveChannel(ctx: Worker, input: ChannelRef) {
  const { channel } = await standing(ctx, input)
  insist(refusalToArchive(channel))
  await ctx.tx.channel.update({ where: { id: channel.id }, data: { archivedAt: ctx.now, version: { increment: 1 } } })
  auditMove(ctx, { move: "channel.archive", record: ref(channel.id, channel.name) })
  return { channelId: channel.id, name: channel.name }
}

/** Opens the form of an archived storefront again, at its old address. */
export async function bringChannelBack(ctx: Worker, input: ChannelRef) {
  const { channel } = await standing(ctx, input)
  insist(refusalToBringBack(channel))
  await ctx.tx.channel.update({ where: { id: channel.id }, data: { archivedAt: null, version: { increment: 1 } } })
  auditMove(ctx, { move: "channel.bring_back", record: ref(channel.id, channel.name) })
  return { channelId: channel.id, name: channel.name }
}

/** Calls the first channel by the name that the house was given, until somebody edits it. */
export async function nameFirstChannel(tx: Ctx["tx"], name: string): Promise<void> {
  await tx.$executeRaw`update commerce.channel set name = ${name} where code = 'default' and version = 1 and name <> ${name}
    and not exists (select 1 from commerce.channel other where other.code <> 'default' and lower(other.name) = lower(${name}))`
}
