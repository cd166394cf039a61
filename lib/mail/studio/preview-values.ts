import { storeOfProspect } from "@/lib/commerce/channels/storefront"
import { cleanLine } from "@/lib/platform/clean-text"
import { db, Prisma } from "@/lib/platform/db"
import { env } from "@/lib/platform/env"
import { houseZone } from "@/lib/platform/house-zone"
import { isRecordId } from "@/lib/platform/record-href"
import { contains } from "@/lib/platform/text-sql"
import { applicantValues, selectApplicant } from "../known-applicant"
import { wordsIn } from "../letter-languages"
import { dayText } from "../letters/day-text"
import { theStore } from "../mail-to-write"
import type { LetterValues } from "../marks/fill"
import { voiceOf } from "./store-of"

/** A request on which a letter is tried out. */
export type PreviewRecord = { id: string; number: string; company: string; person: string; language: string }

const columns = { id: true, ...selectApplicant, language: true, decisionReason: true, noteToApplicant: true } as const

const shown = ({
  id,
  number,
  companyName,
  firstName,
  lastName,
  language,
}: {
  id: string
  number: string
  companyName: string
  firstName: string
  lastName: string
  language: string
}): PreviewRecord => ({
  id,
  number,
  company: companyName,
  person: cleanLine(`${firstName} ${lastName}`),
  language,
})

const select = { id: true, number: true, companyName: true, firstName: true, lastName: true, language: true } as const

/** The request on which a profile's letters are tried out first: the newest of a channel that writes in it, else the newest of all. */
export async function firstPreviewRecord({ id, isDefault }: { id: string; isDefault: boolean }): Promise<PreviewRecord | null> {
  const channels = await db.channel.findMany({ where: { letterProfileId: isDefault ? null : id }, select: { code: true } })
  const newest = (where: Prisma.ProspectWhereInput) =>
    db.prospect.findFirst({ where, orderBy: [{ submittedAt: "desc" }, { id: "desc" }], select })
  const own = channels.length > 0 ? await newest({ channel: { in: channels.map(({ code }) => code) } }) : null
  const found = own ?? (await newest({}))
  return found && shown(found)
}

/** Requests that a search finds, the newest first. */
export async function findPreviewRecords(typed: string): Promise<PreviewRecord[]> {
  const text = typed.trim().slice(0, 100)
  if (text === "") return []
  const found = await db.$queryRaw<{ id: string }[]>`
    select id from commerce.prospect p where ${contains(Prisma.sql`p.search_text`, text)} order by submitted_at desc, id desc limit 8`
  const rows = await db.prospect.findMany({ where: { id: { in: found.map(({ id }) => id) } }, orderBy: { submittedAt: "desc" }, select })
  return rows.map(shown)
}

type Preview = { prospectId: string; language: string; profileId: string; reader: { name: string } }

/**
 * What every placeholder stands for in a preview: of a real request where one is given, and believable words for what only a decision, an invitation or a
 * run would say; and who would send it in a profile. The private link is none: it leads to the first page of the site.
 */
export async function previewValues({ prospectId, language, profileId, reader }: Preview, now = new Date()) {
  const prospect = isRecordId(prospectId) ? await db.prospect.findUnique({ where: { id: prospectId }, select: columns }) : null
  if (!prospect) return null
  const shop = await storeOfProspect(prospect.id)
  const { storeName, storeUrl } = shop
  const link = `${theStore().storeUrl}/#private-link`
  const store = { storename: storeName, storeurl: storeUrl }
  const known = applicantValues(prospect)
  const values: LetterValues = {
    ...known,
    ...store,
    link,
    reason: prospect.decisionReason ?? "The reason that is given with the decision.",
    note: prospect.noteToApplicant ?? "The note to the applicant.\nIt keeps its lines.",
    name: reader.name,
    button: wordsIn(language).setPassword,
    days: String(env().INVITATION_DAYS),
    until: dayText(now.toISOString(), language, await houseZone()),
    ongoing: prospect.number.replace(/\d+$/, (digits) => String(Number(digits) + 1).padStart(digits.length, "0")),
    minutes: String(env().PASSWORD_RESET_MINUTES),
    addedby: reader.name,
    role: "Seller",
    limit: "€ 12,500",
    from: dayText(now.toISOString(), language),
    subject: `A question about your request ${prospect.number}`,
    text: `Hello ${known.firstname},\n\nwhat a person writes stands here, as it was written.`,
    writer: reader.name,
    run: "Assign",
    by: reader.name,
    headline: "1 lead was escalated",
    leads: [{ text: prospect.companyName, href: storeUrl, after: `: First response breached. Owner: ${reader.name}.` }],
  }
  const { sender } = await voiceOf(profileId, shop)
  return { record: shown(prospect), values, sender }
}
