import { z } from "zod"
import { storeOfHierarchy, storeOfProspect } from "@/lib/commerce/channels/storefront"
import { db, Prisma } from "@/lib/platform/db"
import { env } from "@/lib/platform/env"
import { type Store, theStore } from "../mail-to-write"

/** Who speaks in a mail: its profile, the one that stands in for it, the sender, and the store that it speaks for. */
export type Voice = {
  own: Profile
  standard: Profile
  store: Store
  sender: { name: string; address: string; replyTo: string | null }
}

type Profile = {
  id: string
  name: string
  senderName: string | null
  senderAddress: string | null
  replyTo: string | null
  defaultLanguage: string
}

const columns = Prisma.sql`p.id, p.name, p.sender_name as "senderName", p.sender_address as "senderAddress", p.reply_to as "replyTo",
  p.default_language as "defaultLanguage"`

/** Who speaks in a mail about these records: the store at which it was asked. */
export async function storeOf(about: unknown): Promise<Voice> {
  const asked = JSON.stringify(about ?? {})
  return voice(
    await storeOfMail(about),
    await db.$queryRaw<(Profile & { isDefault: boolean })[]>`
    select ${columns}, p.is_default as "isDefault" from platform.letter_profile p
    where p.is_default or p.id = platform.letter_profile_of(${asked}::jsonb) order by p.is_default`,
  )
}

/** Who speaks for a profile that was chosen. */
export async function voiceOf(profileId: string): Promise<Voice> {
  return voice(
    theStore(),
    await db.$queryRaw<(Profile & { isDefault: boolean })[]>`
    select ${columns}, p.is_default as "isDefault" from platform.letter_profile p
    where p.is_default or p.id = ${profileId}::uuid order by p.is_default`,
  )
}

const About = z.object({
  prospectId: z.uuid().optional(),
  memberId: z.uuid().optional(),
  activityId: z.uuid().optional(),
})

async function storeOfMail(about: unknown): Promise<Store> {
  const { prospectId, memberId, activityId } = About.safeParse(about).data ?? {}
  if (prospectId) return storeOfProspect(prospectId)
  if (activityId) return storeOfProspect(await prospectOfMessage(activityId))
  const member = memberId ? await db.hierarchyMember.findUnique({ where: { id: memberId }, select: { hierarchyId: true } }) : null
  return member ? storeOfHierarchy(member.hierarchyId) : theStore()
}

async function prospectOfMessage(activityId: string): Promise<string | null> {
  const about = { select: { prospectId: true } } as const
  const message = await db.activity.findUnique({ where: { id: activityId }, select: { lead: about, opportunity: about } })
  return message?.lead?.prospectId ?? message?.opportunity?.prospectId ?? null
}

function voice(store: Store, found: (Profile & { isDefault: boolean })[]): Voice {
  const standard = found.find(({ isDefault }) => isDefault)
  const own = found[0] ?? standard
  if (!own || !standard) throw new Error("No profile stands in for the others")
  const sender = {
    name: own.senderName ?? standard.senderName ?? store.storeName,
    address: own.senderAddress ?? standard.senderAddress ?? env().MAIL_FROM,
    replyTo: own.replyTo ?? standard.replyTo,
  }
  return { own, standard, store, sender }
}
