import { makeLink } from "@/lib/identity/links"
import type { Ctx } from "@/lib/platform/context"
import { env } from "@/lib/platform/env"
import type { FactSeen } from "@/lib/platform/run-facts"
import { dayMs } from "@/lib/platform/zone"
import { isPosted } from "./is-posted"
import { postLetter } from "./post-letter"

/** Invites a member by letter, once for each time that the member was invited. Whoever has accepted or was removed meanwhile gets none. */
export async function postUserAdded(ctx: Ctx, { memberId }: { memberId: string }, invitation: FactSeen): Promise<void> {
  const member = await ctx.tx.hierarchyMember.findUnique({
    where: { id: memberId, status: "pending", removedAt: null },
    select: { personId: true, customer: true, hierarchy: { select: { id: true, name: true } } },
  })
  if (!member?.customer.email) return
  const { personId, customer, hierarchy } = member
  const subjectId = `${memberId}:${invitation.at.getTime()}`
  if (await isPosted(ctx, "user-added", subjectId)) return
  const expiresAt = new Date(ctx.now.getTime() + env().INVITATION_DAYS * dayMs)
  postLetter(ctx, {
    letter: "user-added",
    subjectId,
    to: { address: member.customer.email, name: customer.name },
    words: { company: hierarchy.name },
    about: { memberId },
    linkId: makeLink(ctx, { purpose: "set_password", personId, subjectId: memberId, expiresAt }),
    recordIds: [memberId, hierarchy.id, customer.id],
    language: customer.language,
  })
}
