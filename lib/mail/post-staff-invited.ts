import { closeLinks, makeLink } from "@/lib/identity/links"
import type { Ctx } from "@/lib/platform/context"
import { env } from "@/lib/platform/env"
import type { FactSeen } from "@/lib/platform/run-facts"
import { dayMs } from "@/lib/platform/zone"
import { isPosted } from "./is-posted"
import { postLetter } from "./post-letter"

/** Invites a member of staff by letter, with a link to set a password; those that were mailed before close. */
export async function postStaffInvited(ctx: Ctx, { personId }: { personId: string }, fact: FactSeen): Promise<void> {
  const select = { email: true, name: true, staffRole: true } as const
  const person = await ctx.tx.person.findUnique({ where: { id: personId, disabledAt: null }, select })
  const subjectId = `${personId}:${fact.id}`
  if (!person?.staffRole || (await isPosted(ctx, "staff-invited", subjectId))) return
  await closeLinks(ctx, { personId }, "set_password")
  const expiresAt = new Date(ctx.now.getTime() + env().INVITATION_DAYS * dayMs)
  postLetter(ctx, {
    letter: "staff-invited",
    subjectId,
    to: { address: person.email, name: person.name },
    about: { personId },
    linkId: makeLink(ctx, { purpose: "set_password", personId, expiresAt }),
    recordIds: [personId],
  })
}
