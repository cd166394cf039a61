import { closeLinks, makeLink } from "@/lib/identity/links"
import type { Ctx } from "@/lib/platform/context"
import { env } from "@/lib/platform/env"
import type { FactSeen } from "@/lib/platform/run-facts"
import { isPosted } from "./is-posted"
import { postLetter } from "./post-letter"

/** Mails a link to set a new password, and closes those that were mailed before. */
export async function postPasswordReset(ctx: Ctx, { personId }: { personId: string }, fact: FactSeen): Promise<void> {
  const person = await ctx.tx.person.findUnique({ where: { id: personId, disabledAt: null }, select: { email: true, name: true } })
  const subjectId = `${personId}:${fact.id}`
  if (!person || (await isPosted(ctx, "password-reset", subjectId))) return
  await closeLinks(ctx, { personId }, "reset_password")
  const expiresAt = new Date(ctx.now.getTime() + env().PASSWORD_RESET_MINUTES * 60_000)
  postLetter(ctx, {
    letter: "password-reset",
    subjectId,
    to: { address: person.email, name: person.name },
    about: { personId },
    linkId: makeLink(ctx, { purpose: "reset_password", personId, expiresAt }),
    recordIds: [personId],
  })
}
