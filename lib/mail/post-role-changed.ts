import type { Ctx } from "@/lib/platform/context"
import type { FactSeen } from "@/lib/platform/run-facts"
import { postLetter } from "./post-letter"

/** Tells a member by letter that the role is another one. Whoever has not accepted yet, or may not sign in, is told nothing. */
export async function postRoleChanged(ctx: Ctx, { memberId }: { memberId: string }, change: FactSeen): Promise<void> {
  const member = await ctx.tx.hierarchyMember.findUnique({
    where: { id: memberId, status: "active", removedAt: null },
    select: { customer: true, hierarchy: { select: { id: true, name: true } } },
  })
  if (!member?.customer.email) return
  const { customer, hierarchy } = member
  postLetter(ctx, {
    letter: "role-changed",
    subjectId: `${memberId}:${change.at.getTime()}`,
    to: { address: member.customer.email, name: customer.name },
    words: { company: hierarchy.name },
    about: { memberId },
    recordIds: [memberId, hierarchy.id, customer.id],
    language: customer.language,
  })
}
