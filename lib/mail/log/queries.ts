import { db, Prisma } from "@/lib/platform/db"
import { holdsSql } from "@/lib/platform/holding-sql"
import { readPage } from "@/lib/platform/keyset"
import type { ListQuery } from "@/lib/platform/list-query"
import { isRecordId } from "@/lib/platform/record-href"
import { byTime } from "@/lib/platform/sort-keys"
import { dayMs } from "@/lib/platform/zone"
import type { MailState } from "@/prisma/generated/enums"
import { houseLetters, isLetterName, letterNames } from "../house-letters"
import { keptWords } from "../keep-words"
import type { LetterValues } from "../marks/fill"
import { renderLetter } from "../render-letter"
import type { Voice } from "../studio/store-of"
import type { mailList } from "./views"

/** A row of the log: exactly what it shows. */
export type MailListRow = {
  id: string
  sortValue: string | null
  subject: string
  letter: string
  toName: string
  toAddress: string
  state: MailState
  attempts: number
  lastError: string | null
  createdAt: Date
  sendAfter: Date
  sentAt: Date | null
  decisionId: string | null
  isAgain: boolean
  isTest: boolean
  /** The prospect that the mail is about, where it is about one. */
  prospectId: string | null
  /** The profile in which it left, or would leave now. */
  profile: string | null
}

/** The profile of a mail on its way is that of its channel today. */
const profile = Prisma.sql`(select p.name from platform.letter_profile p where p.id = (case
  when state in ('waiting', 'sending', 'held') then platform.letter_profile_of(about)
  else (select w.profile_id from platform.mail_words w where w.mail_id = mail.id) end))`

const columns = Prisma.sql`subject, letter, to_name as "toName", to_address as "toAddress", state::text as state, attempts,
  last_error as "lastError", created_at as "createdAt", send_after as "sendAfter", sent_at as "sentAt", decision_id as "decisionId",
  resent_of_id is not null as "isAgain", about ? 'test' as "isTest", about ->> 'prospectId' as "prospectId",
  ${profile} as profile`

const daysOf: Record<string, number> = { day: 1, week: 7, month: 30, quarter: 90 }

/** Text that was typed, anywhere in subject, name and address, whatever its case. */
const holds = (typed: string): Prisma.Sql =>
  Prisma.sql`lower(subject || ' ' || to_name || ' ' || to_address) like ${`%${typed.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`}`

/** A page of the log, newest first. */
export function listMails({ filters, q, ...asked }: ListQuery<keyof (typeof mailList)["filters"]>, now = new Date()) {
  const days = daysOf[filters.since ?? ""]
  const narrowed = [
    ...(filters.state ? [Prisma.sql`state = ${filters.state}::platform.mail_state`] : []),
    ...(filters.letter ? [Prisma.sql`letter = ${filters.letter}`] : []),
    ...(days ? [Prisma.sql`created_at >= ${new Date(now.getTime() - days * dayMs)}`] : []),
    ...(q ? [holds(q)] : []),
  ]
  const listing = {
    from: Prisma.sql`platform.mail`,
    id: Prisma.sql`id`,
    columns,
    within: [],
    narrowed,
    sort: byTime(Prisma.sql`created_at`),
    descending: true,
  }
  return readPage<MailListRow>(listing, asked)
}

const mostHeld = 200

/** The mails that are held for a hand, the longest first, with the profile in which each would leave now. With a search, those that hold it. */
export async function listHeld(q = "") {
  const held = await db.mail.findMany({
    where: q ? { state: "held", id: { in: await findHeld(q) } } : { state: "held" },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: mostHeld,
    select: {
      id: true,
      letter: true,
      subject: true,
      toName: true,
      toAddress: true,
      language: true,
      createdAt: true,
      about: true,
      decisionId: true,
    },
  })
  const ids = held.map(({ id }) => id)
  const profiles = await db.$queryRaw<
    { id: string; profile: string }[]
  >`select id, ${profile} as profile from platform.mail where id = any(${ids}::uuid[])`
  const of = new Map(profiles.map(({ id, profile: name }) => [id, name]))
  return held.map((mail) => ({ ...mail, profile: of.get(mail.id) ?? null }))
}

async function findHeld(q: string): Promise<string[]> {
  const title = Prisma.sql`coalesce(${JSON.stringify(titles)}::jsonb ->> letter, letter)`
  const found = await db.$queryRaw<{ id: string }[]>`
    select id from platform.mail where state = 'held' and ${holdsSql(q, title, Prisma.sql`to_name`, Prisma.sql`to_address`)}
    order by created_at, id limit ${mostHeld}`
  return found.map(({ id }) => id)
}

const titles = Object.fromEntries(letterNames.map((name) => [name, houseLetters[name].title]))

/** How many mails are held for a hand. */
export const countHeld = (): Promise<number> => db.mail.count({ where: { state: "held" } })

export type HeldRow = Awaited<ReturnType<typeof listHeld>>[number]

/** Everything about one mail; null when there is none. */
export async function getMail(id: string, now: Date) {
  if (!isRecordId(id)) return null
  const mail = await db.mail.findUnique({ where: { id } })
  if (!mail) return null
  const [kept, again, blocked, prospect] = await Promise.all([
    keptWords(id),
    db.mail.findMany({
      where: { resentOfId: id },
      orderBy: { createdAt: "asc" },
      take: 20,
      select: { id: true, state: true, createdAt: true },
    }),
    db.blockedAddress.findFirst({ where: { address: mail.toAddress.toLowerCase(), liftedAt: null } }),
    prospectOf(mail.about),
  ])
  const isToCome = mail.state === "held" || mail.state === "waiting"
  const words = isToCome ? await wordsToCome(mail, now) : kept && shown({ ...kept, profileName: await nameOf(kept.profileId) })
  return { ...mail, words, isToCome, again, blocked, prospect }
}

export type MailDetail = NonNullable<Awaited<ReturnType<typeof getMail>>>

async function prospectOf(about: unknown) {
  const id = typeof about === "object" && about !== null && "prospectId" in about ? String(about.prospectId) : ""
  return isRecordId(id) ? db.prospect.findUnique({ where: { id }, select: { id: true, number: true, companyName: true } }) : null
}

type Kept = {
  subject: string
  body: string
  language: string
  values: LetterValues
  version: number | null
  sender: Voice["sender"]
  profileName: string
}

/** What a page shows of a mail's words. */
const shown = ({ subject, body, language, values, version, sender, profileName }: Kept) => ({
  letter: { subject, body, language, values },
  ...{ version, sender, profileName },
})

const nameOf = async (profileId: string): Promise<string> =>
  (await db.letterProfile.findUnique({ where: { id: profileId }, select: { name: true } }))?.name ?? "One that was removed"

/** What a mail would say if it left now; null when it is no longer worth sending, or cannot be written. */
async function wordsToCome(
  mail: { letter: string; about: unknown; linkId: string | null; decisionId: string | null; language: string },
  now: Date,
) {
  const { letter } = mail
  if (!isLetterName(letter)) return null
  const written = await renderLetter({ ...mail, letter }, now).catch(() => null)
  return written && shown({ ...written, ...written.words })
}
