import type { Ctx } from "@/lib/platform/context"
import { postLetter } from "./post-letter"

/** Tells somebody by letter that the access for an organization has ended. */
export async function postUserRemoved(ctx: Ctx, { memberId }: { memberId: string }): Promise<void> {
  const member = await ctx.tx.hierarchyMember.findUnique({
    where: { id: memberId, removedAt: { not: null } },
    select: { customer: true, hierarchy: { select: { id: true, name: true } } },
  })
  if (!member?.customer.email) return
  const { customer, hierarchy } = member
  postLetter(ctx, {
    letter: "user-removed",
    subjectId: memberId,
    to: { address: member.customer.email, name: customer.name },
    words: { company: hierarchy.name },
    about: { memberId },
    recordIds: [memberId, hierarchy.id, customer.id],
    language: customer.language,
  })
}
