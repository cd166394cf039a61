import type { Staff } from "@/lib/identity/actor"
import { auditMove, type FieldChange } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import type { Tx } from "@/lib/platform/db"
import { AppError, insist, notFound } from "@/lib/platform/errors"
import { newId } from "@/lib/platform/ids"
import { overtaken } from "@/lib/platform/overtaken"
import { houseLetters } from "../house-letters"
import { letterModes, modeOf } from "./letter-modes"
import { refusalToRemoveProfile } from "./rules"
import type { AddProfile, EditProfile, ProfileRef, SetLetter } from "./schema"

type By = Ctx & { actor: Staff }

const ref = (id: string, label: string) => ({ kind: "profile" as const, id, label })

/** One at a time changes the profiles, so that two who choose one name wait for each other. */
const lockProfiles = ({ tx }: Ctx) => tx.$executeRaw`select 1 from platform.letter_profile order by id for update`

async function insistOnName(tx: Tx, name: string, own: string | null): Promise<void> {
  const twin = await tx.letterProfile.findFirst({ where: { name: { equals: name, mode: "insensitive" } }, select: { id: true } })
  if (twin && twin.id !== own)
    throw new AppError("invalid", "There is a profile of this name.", { fields: { name: "There is a profile of this name" } })
}

/** Adds a profile. Whatever it leaves open, the default one says. */
export async function addProfile(ctx: By, profile: AddProfile) {
  await lockProfiles(ctx)
  await insistOnName(ctx.tx, profile.name, null)
  const id = newId()
  await ctx.tx.letterProfile.create({ data: { id, ...profile, createdAt: ctx.now } })
  auditMove(ctx, { move: "profile.add", record: ref(id, profile.name) })
  return { profileId: id, name: profile.name }
}

async function standing(ctx: By, profileId: string, version: number) {
  await lockProfiles(ctx)
  const profile = await ctx.tx.letterProfile.findUnique({ where: { id: profileId } })
  if (!profile) throw notFound("profile")
  if (profile.version !== version) throw await overtaken(ctx, profileId)
  return profile
}

/** Changes who sends a profile's letters, or the language in which they speak by default. */
export async function editProfile(ctx: By, { profileId, version, ...profile }: EditProfile) {
  const before = await standing(ctx, profileId, version)
  await insistOnName(ctx.tx, profile.name, profileId)
  await ctx.tx.letterProfile.update({ where: { id: profileId }, data: { ...profile, version: { increment: 1 } } })
  const changes = (Object.keys(profile) as (keyof typeof profile)[]).map(
    (field): FieldChange => ({ field, from: before[field], to: profile[field] }),
  )
  auditMove(ctx, { move: "profile.edit", record: ref(profileId, profile.name), changes })
  return { profileId, name: profile.name }
}

/** Removes a profile in which nothing was ever published, and in which no channel writes. */
export async function removeProfile(ctx: By, { profileId, version }: ProfileRef) {
  const { name, isDefault } = await standing(ctx, profileId, version)
  const versions = await ctx.tx.letterVersion.count({ where: { text: { profileId } } })
  // Whoever chooses the profile for a channel holds its row until commit, and so does this: what is read here stays true.
  const channels = await ctx.tx.channel.findMany({
    where: { letterProfileId: profileId },
    orderBy: { name: "asc" },
    select: { name: true },
  })
  insist(refusalToRemoveProfile({ isDefault, versions, channels: channels.map((channel) => channel.name) }))
  await ctx.tx.letterProfile.delete({ where: { id: profileId } })
  auditMove(ctx, { move: "profile.remove", record: ref(profileId, name) })
  return { name }
}

const modeWord = (setting: { isActive: boolean; isHeld: boolean }) => letterModes[modeOf(setting)]

/** Says whether a profile sends a letter, and whether a person looks at each one first. Mails that are held already stay held. */
export async function setLetter(ctx: By, { profileId, letter, mode: asked }: SetLetter) {
  const [isActive, isHeld] = [asked !== "silent", asked === "held"]
  await lockProfiles(ctx)
  const profile = await ctx.tx.letterProfile.findUnique({ where: { id: profileId }, select: { name: true } })
  if (!profile) throw notFound("profile")
  const key = { profileId_letter: { profileId, letter } }
  const before = await ctx.tx.letterSetting.findUnique({ where: key })
  await ctx.tx.letterSetting.upsert({ where: key, create: { profileId, letter, isActive, isHeld }, update: { isActive, isHeld } })
  const to = letterModes[asked]
  const from = before ? modeWord(before) : undefined
  auditMove(ctx, { move: "letter.setting", record: ref(profileId, `${houseLetters[letter].title}, ${profile.name}`), from, to })
  return { title: houseLetters[letter].title, mode: to }
}
