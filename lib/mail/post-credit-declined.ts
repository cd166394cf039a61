import type { Ctx } from "@/lib/platform/context"
import { postLetter } from "./post-letter"

/** Tells whoever asked for credit by letter that it was declined, as long as they are a user of the partner. */
export async function postCreditDeclined(ctx: Ctx, { requestId }: { requestId: string }): Promise<void> {
  const request = await ctx.tx.creditRequest.findUnique({
    where: { id: requestId, state: "declined" },
    select: { askedById: true, credit: { select: { organizationId: true } } },
  })
  if (!request) return
  const { organizationId } = request.credit
  const member = await ctx.tx.hierarchyMember.findFirst({
    where: { personId: request.askedById, removedAt: null, hierarchy: { organizationId } },
    select: { id: true, customer: true, hierarchy: { select: { id: true, name: true } } },
  })
  if (!member?.customer.email) return
  const { id: memberId, customer, hierarchy } = member
  postLetter(ctx, {
    letter: "credit-declined",
    subjectId: requestId,
    to: { address: member.customer.email, name: customer.name },
    words: { company: hierarchy.name },
    about: { memberId, requestId },
    recordIds: [organizationId, memberId, hierarchy.id, customer.id],
    language: customer.language,
  })
}
