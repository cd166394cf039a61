import { cache } from "react"
import { db } from "@/lib/platform/db"

const byName = { orderBy: { name: "asc" }, select: { name: true } } as const

/** The profiles with the channels that write in each, the default one first; a house has a handful. */
export const listProfiles = cache(async () => {
  const [profiles, others] = await Promise.all([
    db.letterProfile.findMany({
      orderBy: [{ isDefault: "desc" }, { name: "asc" }],
      take: 100,
      select: {
        ...{ id: true, name: true, isDefault: true, senderName: true, senderAddress: true, replyTo: true },
        ...{ defaultLanguage: true, version: true },
        texts: { where: { published: { not: null } }, select: { letter: true } },
        settings: { select: { letter: true, isActive: true, isHeld: true } },
        channels: byName,
      },
    }),
    db.channel.findMany({ where: { letterProfileId: null }, ...byName }),
  ])
  return profiles.map(({ channels, ...profile }) => ({
    ...profile,
    channels: [...channels, ...(profile.isDefault ? others : [])].map(({ name }) => name),
  }))
})

export type ProfileRow = Awaited<ReturnType<typeof listProfiles>>[number]

/** The profile that a URL names, or the default one; and the default one. */
export async function chosenProfile(asked: unknown) {
  const profiles = await listProfiles()
  const standard = profiles.find(({ isDefault }) => isDefault)
  const own = profiles.find(({ id }) => id === asked) ?? standard
  if (!own || !standard) throw new Error("No profile stands in for the others")
  return { profiles, own, standard }
}

export type ChosenProfile = Awaited<ReturnType<typeof chosenProfile>>
