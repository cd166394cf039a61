import { z } from "zod"
import { db } from "@/lib/platform/db"
import { notFound } from "@/lib/platform/errors"
import { linesOrNone } from "@/lib/platform/form-shapes"
import { fullName } from "@/lib/platform/party"
import type { LetterName } from "./house-letters"
import type { DraftDecision } from "./mail-to-write"
import { renderLetter } from "./render-letter"
import { type LetterMode, modeOf } from "./studio/letter-modes"

export const PreviewDecision = z.object({
  letter: z.enum(["prospect-approved", "prospect-rejected"]),
  reason: linesOrNone("reason", 500),
  note: linesOrNone("note", 2000),
})
export type PreviewDecision = z.output<typeof PreviewDecision>

/** A letter before it is posted: about which request, to whom, in which language they read and it is written, in which profile, how it is sent, and what would leave. */
export type LetterPreview = {
  number: string
  name: string
  address: string
  reads: string
  language: string
  profile: string
  mode: LetterMode
  subject: string
  html: string
}

/** The letter of a decision on a prospect. */
export const previewDecision = (prospectId: string, { letter, reason, note }: PreviewDecision, now: Date): Promise<LetterPreview> =>
  previewLetter(letter, { prospectId }, { reason: reason || null, note: note || null }, now)

export const PreviewMerged = z.object({ prospectId: z.uuid(), intoId: z.uuid() })
export type PreviewMerged = z.output<typeof PreviewMerged>

/** The letter that tells of a request that became part of another. */
export const previewMerged = (about: PreviewMerged, now: Date): Promise<LetterPreview> =>
  previewLetter("request-merged", about, { reason: null, note: null }, now)

/**
 * A letter about a request, by what it is posted with, written by the renderer that will write it. Nothing in it leads anywhere: its links are made
 * with the deed that it tells of.
 */
async function previewLetter(
  letter: LetterName,
  about: { prospectId: string } & Record<string, string>,
  draft: DraftDecision,
  now: Date,
): Promise<LetterPreview> {
  const select = { number: true, firstName: true, lastName: true, email: true, language: true } as const
  const prospect = await db.prospect.findUnique({ where: { id: about.prospectId }, select })
  if (!prospect) throw notFound("prospect")
  const written = await renderLetter({ letter, about, language: prospect.language, linkId: null, decisionId: null, draft }, now)
  if (!written) throw notFound("prospect")
  return {
    number: prospect.number,
    name: fullName(prospect),
    address: prospect.email,
    reads: prospect.language,
    language: written.words.language,
    profile: written.profileName,
    mode: await modeIn(letter, written.profileId),
    subject: written.subject,
    html: written.html.replaceAll(/(<a\b[^>]*?) href="[^"]*"/g, "$1"),
  }
}

/** How a profile sends a letter: as it says itself, else as the default one does. */
async function modeIn(letter: LetterName, profileId: string): Promise<LetterMode> {
  const settings = await db.letterSetting.findMany({
    where: { letter, profile: { OR: [{ id: profileId }, { isDefault: true }] } },
    select: { profileId: true, isActive: true, isHeld: true },
  })
  const own = settings.find((one) => one.profileId === profileId) ?? settings[0]
  return own ? modeOf(own) : "automatic"
}
