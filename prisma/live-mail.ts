import type { Staff } from "@/lib/identity/actor"
import { blockAddress } from "@/lib/mail/bounces/block-address"
import { isLetterName } from "@/lib/mail/house-letters"
import { keepWords } from "@/lib/mail/keep-words"
import { renderLetter } from "@/lib/mail/render-letter"
import { addProfile } from "@/lib/mail/studio/change-profile"
import { publishText, saveText } from "@/lib/mail/studio/change-text"
import { type Ctx, inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"

const day = 86_400_000

const german = {
  received: {
    subject: "Ihre Anfrage %reference% ist eingegangen",
    body: `# Ihre Anfrage ist eingegangen

Mit dieser E-Mail-Adresse wurde eine Anfrage gestellt, Geschäftspartner von %storename% zu werden. Ihr Zeichen ist **%reference%**.

Auf Ihrer eigenen Seite bestätigen Sie diese Adresse und sehen jederzeit, wo die Anfrage steht.

[[Anfrage verfolgen]](%link%)

~ Bewahren Sie diesen Brief auf: Wer den Link hat, kann die Anfrage lesen.`,
  },
  approved: {
    subject: "Ihre Anfrage, Geschäftspartner zu werden, ist angenommen",
    body: `# Ihre Anfrage ist angenommen

Guten Tag %firstname% %lastname%,

Ihre Anfrage %reference% für %company% ist angenommen.

> %note%

[[%button%]](%link%)

~ Der Link gilt einmal und %days% Tage lang.`,
  },
} as const

const outlet = {
  subject: "%storename%: your request is approved",
  body: `# Welcome to the outlet

Hello %firstname%,

Your request %reference% for %company% is approved. Lots are small and go to whoever orders first.

> %note%

[[%button%]](%link%)

~ The link works once and for %days% days.`,
}

/** What the demo's letters say beside the product's own words, and what became of some of its mails. */
export async function liveMail(commerce: Staff, now: Date): Promise<void> {
  const as = <Done>(daysAgo: number, work: (ctx: Ctx & { actor: Staff }) => Promise<Done>) =>
    inTransaction(commerce, (ctx) => work({ ...ctx, actor: commerce }), new Date(now.getTime() - daysAgo * day))
  const { id: profileId } = await db.letterProfile.findFirstOrThrow({ where: { isDefault: true }, select: { id: true } })
  const of = { profileId, language: "de" as const }
  await as(20, (ctx) => publishText(ctx, { ...of, letter: "request-received", draftVersion: 0, ...german.received }))
  await as(19, (ctx) => publishText(ctx, { ...of, letter: "prospect-approved", draftVersion: 0, ...german.approved }))
  const better = {
    subject: german.approved.subject,
    body: german.approved.body.replace("ist angenommen.\n", "ist angenommen. Willkommen!\n"),
  }
  await as(6, (ctx) => saveText(ctx, { ...of, letter: "prospect-approved", draftVersion: 1, ...better }))
  const own = await db.letterProfile.findFirst({ where: { name: "Outlet" }, select: { id: true } })
  const letter = { letter: "prospect-approved", language: "en", draftVersion: 0 } as const
  if (own) await as(21, (ctx) => publishText(ctx, { profileId: own.id, ...letter, ...outlet }))
  const yachts = { name: "Yacht yards", senderName: "Harbourline Yachts", senderAddress: null, replyTo: "yachts@harbourline.example" }
  await as(5, (ctx) => addProfile(ctx, { ...yachts, defaultLanguage: "en" }))
  await rememberWords(now)
  await loseSome(now)
}

/** The newest mails of the town can be read as those that leave from now on. */
async function rememberWords(now: Date): Promise<void> {
  const mails = await db.mail.findMany({ where: { state: "sent" }, orderBy: { createdAt: "desc" }, take: 60 })
  for (const mail of mails) {
    const { letter } = mail
    const written = isLetterName(letter) ? await renderLetter({ ...mail, letter }, now) : null
    if (!written) continue
    const { words, values, profileId, sender } = written
    await keepWords(mail.id, { ...words, values, profileId, sender }, mail.sentAt ?? now)
  }
}

/** One decline is held for a hand, and one receipt came back. */
async function loseSome(now: Date): Promise<void> {
  const newest = { orderBy: { createdAt: "desc" as const } }
  const decline = await db.mail.findFirst({ where: { letter: "prospect-rejected", state: "sent" }, ...newest })
  if (decline) {
    await db.mailWords.deleteMany({ where: { mailId: decline.id } })
    await db.mail.update({ where: { id: decline.id }, data: { state: "held", sentAt: null, attempts: 0 } })
  }
  const receipt = await db.mail.findFirst({ where: { letter: "request-received", state: "sent" }, ...newest, skip: 3 })
  const reason = "It came back: 550 5.1.1 The email account that you tried to reach does not exist"
  if (!receipt) return
  await db.mail.update({ where: { id: receipt.id }, data: { state: "bounced", lastError: reason } })
  await blockAddress(db, { address: receipt.toAddress, reason, mailId: receipt.id }, now)
}
