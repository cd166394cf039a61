import { makeLink } from "@/lib/identity/links"
import type { Ctx } from "@/lib/platform/context"
import type { Tx } from "@/lib/platform/db"
import { env } from "@/lib/platform/env"
import { dayMs } from "@/lib/platform/zone"
import type { MailState } from "@/prisma/generated/enums"
import { postLetter } from "./post-letter"

const linkDays = 400

type Request = { id: string; number: string; email: string; language: string }
type Merged = { mergeId: string; request: Request; into: { id: string; number: string }; recordIds: string[] }

const keyOf = (mergeId: string) => `request-merged:${mergeId}`

/** Tells the applicant of a request that became part of another, by a letter with the private link that waits for the send window. It carries nothing that a stranger wrote. */
export const postRequestMerged = (ctx: Ctx, { mergeId, request, into, recordIds }: Merged): string =>
  postLetter(ctx, {
    letter: "request-merged",
    subjectId: mergeId,
    to: { address: request.email, name: "" },
    words: { reference: request.number, ongoing: into.number },
    about: { prospectId: request.id, intoId: into.id },
    linkId: makeLink(ctx, {
      purpose: "request_status",
      subjectId: request.id,
      expiresAt: new Date(ctx.now.getTime() + linkDays * dayMs),
    }),
    recordIds,
    language: request.language,
    holdSeconds: env().SEND_WINDOW_SECONDS,
  })

/** The letter that told of a merge, and how far it is; null where nobody was told. */
export type MergedLetter = { id: string; state: MailState; toAddress: string; sendAfter: Date }

export const findMergedLetter = (tx: Tx, mergeId: string): Promise<MergedLetter | null> =>
  tx.mail.findUnique({ where: { key: keyOf(mergeId) }, select: { id: true, state: true, toAddress: true, sendAfter: true } })

/** Keeps the letter of a merge that was taken apart from leaving, with its link. Whether it did not leave; null where nobody was told. */
export async function cancelRequestMerged(tx: Tx, mergeId: string): Promise<{ toAddress: string; isCanceled: boolean } | null> {
  const mail = await tx.mail.findUnique({ where: { key: keyOf(mergeId) }, select: { id: true, toAddress: true, linkId: true } })
  if (!mail) return null
  await tx.mail.updateMany({ where: { id: mail.id, state: { in: ["waiting", "held", "failed"] } }, data: { state: "canceled" } })
  const { state } = await tx.mail.findUniqueOrThrow({ where: { id: mail.id }, select: { state: true } })
  const isCanceled = state === "canceled"
  if (isCanceled && mail.linkId) await tx.link.updateMany({ where: { id: mail.linkId }, data: { expiresAt: new Date(0) } })
  return { toAddress: mail.toAddress, isCanceled }
}
