import type { Ctx } from "@/lib/platform/context"
import { postLetter } from "./post-letter"

/** Tells the Admins of a partner by letter that its credit limit is another one. */
export async function postCreditChanged(ctx: Ctx, { termsId }: { termsId: string }): Promise<void> {
  const terms = await ctx.tx.creditTerms.findUnique({
    where: { id: termsId, state: "stands" },
    select: { credit: { select: { organizationId: true } } },
  })
  if (!terms) return
  const { organizationId } = terms.credit
  const admins = await ctx.tx.hierarchyMember.findMany({
    where: { role: "admin", status: "active", removedAt: null, hierarchy: { organizationId, suspendedAt: null } },
    select: { id: true, customer: true, hierarchy: { select: { id: true, name: true } } },
  })
  for (const { id: memberId, customer, hierarchy } of admins) {
    if (!customer.email) continue
    postLetter(ctx, {
      letter: "credit-changed",
      subjectId: `${termsId}:${memberId}`,
      to: { address: customer.email, name: customer.name },
      words: { company: hierarchy.name },
      about: { memberId, termsId },
      recordIds: [organizationId, memberId, hierarchy.id, customer.id],
      language: customer.language,
    })
  }
}
