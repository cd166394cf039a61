import type { Staff } from "@/lib/identity/actor"
import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { AppError, notFound } from "@/lib/platform/errors"
import { newId } from "@/lib/platform/ids"
import { languageName } from "@/lib/platform/language-name"
import type { MoveName } from "@/lib/platform/move-words"
import { overtaken } from "@/lib/platform/overtaken"
import { checkWords, placed } from "../check-words"
import { houseLetters } from "../house-letters"
import type { RestoreText, TextRef, WriteText } from "./schema"

type By = Ctx & { actor: Staff }
type Words = { subject: string; body: string }

/** Keeps what somebody is writing. It is not sent until it is published, and so it may still be wrong. */
export async function saveText(ctx: By, { subject, body, ...ref }: WriteText) {
  const text = await open(ctx, ref)
  const { draftVersion } = await keepDraft(ctx, text.id, { subject, body })
  audit(ctx, "letter.save", text)
  return { draftVersion }
}

/** Throws the draft away: what is sent stays. */
export async function discardText(ctx: By, ref: TextRef) {
  const text = await open(ctx, ref)
  if (text.draftSubject === null) throw new AppError("conflict", "There is no draft to throw away.")
  const { draftVersion } = await keepDraft(ctx, text.id, null)
  audit(ctx, "letter.discard", text)
  return { draftVersion }
}

/** Sends the letter in these words from now on, as a version with the next number. Mails that have left keep theirs. */
export async function publishText(ctx: By, { subject, body, ...ref }: WriteText) {
  const text = await open(ctx, ref)
  const problems = checkWords(ref.letter, { subject, body })
  if (problems.length > 0) {
    const of = (field: "subject" | "body") =>
      problems
        .filter((one) => one.field === field)
        .map(placed)
        .join("\n")
    const fields = Object.fromEntries((["subject", "body"] as const).flatMap((field) => (of(field) ? [[field, of(field)]] : [])))
    throw new AppError("invalid", problems.map(placed)[0] ?? "", { fields })
  }
  return publish(ctx, text, { subject, body }, null)
}

/** Sends the letter in the words of an earlier version again, as a version with the next number. */
export async function restoreText(ctx: By, { number, ...ref }: RestoreText) {
  const text = await open(ctx, ref)
  const key = { textId: text.id, number }
  const earlier = await ctx.tx.letterVersion.findUnique({ where: { textId_number: key }, select: { subject: true, body: true } })
  if (!earlier) throw notFound("version")
  if (text.published === number) throw new AppError("conflict", `Version ${number} is the one that is sent.`)
  const [problem] = checkWords(ref.letter, earlier)
  if (problem) throw new AppError("conflict", `Version ${number} cannot be sent any more. ${placed(problem)}`)
  return publish(ctx, text, earlier, number)
}

/** Takes the words back: the letter falls back, to the default profile, the default language or the house. The versions stay, and can be restored. */
export async function withdrawText(ctx: By, ref: TextRef) {
  const text = await open(ctx, ref)
  if (text.published === null) throw new AppError("conflict", "Nothing is published here that could be withdrawn.")
  const { draftVersion } = await ctx.tx.letterText.update({
    where: { id: text.id },
    data: { published: null, draftVersion: { increment: 1 } },
  })
  audit(ctx, "letter.withdraw", text, { from: `Version ${text.published}` })
  return { draftVersion }
}

/** The words' row, locked until commit, if it is still as it was on the screen; made where there was none. */
async function open(ctx: By, { profileId, letter, language, draftVersion }: TextRef) {
  const { tx } = ctx
  if ((await tx.letterProfile.count({ where: { id: profileId } })) === 0) throw notFound("profile")
  await tx.$executeRaw`
    insert into platform.letter_text (id, profile_id, letter, language) values (${newId()}::uuid, ${profileId}::uuid, ${letter}, ${language})
    on conflict (profile_id, letter, language) do nothing`
  await tx.$executeRaw`
    select 1 from platform.letter_text where profile_id = ${profileId}::uuid and letter = ${letter} and language = ${language} for update`
  const where = { profileId_letter_language: { profileId, letter, language } }
  const text = await tx.letterText.findUniqueOrThrow({ where, include: { profile: { select: { name: true, isDefault: true } } } })
  if (text.draftVersion !== draftVersion) throw await overtaken(ctx, text.id)
  return { ...text, letter }
}

type Text = Awaited<ReturnType<typeof open>>

const keepDraft = ({ tx, now, actor }: By, id: string, words: Words | null) =>
  tx.letterText.update({
    where: { id },
    data: {
      draftSubject: words?.subject ?? null,
      draftBody: words?.body ?? null,
      draftedAt: words && now,
      draftedBy: words && actor.name,
      draftVersion: { increment: 1 },
    },
  })

function audit(ctx: By, move: MoveName, { id, letter, language, profile }: Text, more: { from?: string; to?: string } = {}): void {
  const label = [houseLetters[letter].title, languageName(language), ...(profile.isDefault ? [] : [profile.name])].join(", ")
  auditMove(ctx, { move, record: { kind: "letter", id, label }, ...more })
}

async function publish(ctx: By, text: Text, { subject, body }: Words, restored: number | null) {
  const { tx, actor, now } = ctx
  const last = await tx.letterVersion.findFirst({ where: { textId: text.id }, orderBy: { number: "desc" }, select: { number: true } })
  const number = (last?.number ?? 0) + 1
  await tx.letterVersion.create({
    data: { textId: text.id, number, subject, body, at: now, actorId: actor.id, actorName: actor.name, restored },
  })
  const nothing = { draftSubject: null, draftBody: null, draftedAt: null, draftedBy: null }
  const { draftVersion } = await tx.letterText.update({
    where: { id: text.id },
    data: { ...nothing, published: number, draftVersion: { increment: 1 } },
  })
  const from = text.published ? `Version ${text.published}` : undefined
  audit(ctx, restored ? "letter.restore" : "letter.publish", text, { from, to: `Version ${number}` })
  return { number, draftVersion }
}
