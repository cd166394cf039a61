import { storeOfMail } from "@/lib/commerce/channels/storefront"
import { db, Prisma } from "@/lib/platform/db"
import { env } from "@/lib/platform/env"
import type { Store } from "../mail-to-write"

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

/** Who speaks in a mail about these records: the store at which it was asked, in the profile of its channel. */
export async function storeOf(about: unknown): Promise<Voice> {
  const asked = JSON.stringify(about ?? {})
  return voice(
    await storeOfMail(about),
    await db.$queryRaw<(Profile & { isDefault: boolean })[]>`
    select ${columns}, p.is_default as "isDefault" from platform.letter_profile p
    where p.is_default or p.id = (select platform.letter_profile_of(${asked}::jsonb)) order by p.is_default`,
  )
}

/** Who speaks in a profile that was chosen, for a store. */
export async function voiceOf(profileId: string, store: Store): Promise<Voice> {
  return voice(
    store,
    await db.$queryRaw<(Profile & { isDefault: boolean })[]>`
    select ${columns}, p.is_default as "isDefault" from platform.letter_profile p
    where p.is_default or p.id = ${profileId}::uuid order by p.is_default`,
  )
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
