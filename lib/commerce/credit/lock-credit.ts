import type { Ctx } from "@/lib/platform/context"
import { AppError, notFound } from "@/lib/platform/errors"
import { newId } from "@/lib/platform/ids"

/** The organization of a credit account, and the hierarchy that it sells to. */
export type CreditPartner = { organizationId: string; number: string; name: string; hierarchyId: string }

/** The partner that an organization is; a customer that is none has no credit to be given. */
export async function findPartner({ tx }: Pick<Ctx, "tx">, organizationId: string): Promise<CreditPartner> {
  const organization = await tx.customer.findFirst({
    where: { id: organizationId, type: "organization" },
    select: { number: true, name: true, hierarchies: { select: { id: true }, take: 1 } },
  })
  if (!organization) throw notFound("organization")
  const [hierarchy] = organization.hierarchies
  if (!hierarchy)
    throw new AppError("conflict", `${organization.name} has no customer hierarchy, so nobody orders for it. Credit is given to partners.`)
  return { organizationId, number: organization.number, name: organization.name, hierarchyId: hierarchy.id }
}

/** The same by the hierarchy that sells to it. */
export async function findPartnerOf(ctx: Pick<Ctx, "tx">, hierarchyId: string): Promise<CreditPartner> {
  const hierarchy = await ctx.tx.hierarchy.findUnique({ where: { id: hierarchyId }, select: { organizationId: true } })
  if (!hierarchy) throw notFound("customer hierarchy")
  return findPartner(ctx, hierarchy.organizationId)
}

/** Opens the credit account of an organization, in which nothing is given yet, and locks it; of two who do at once one finds the other's. */
export async function openCredit(ctx: Ctx, { organizationId }: CreditPartner, currency: string, timeZone: string) {
  const { tx, now } = ctx
  await tx.creditAccount.createMany({
    data: [{ id: newId(), organizationId, currency, timeZone, createdAt: now }],
    skipDuplicates: true,
  })
  return insistOnCredit(ctx, organizationId)
}

/** Locks the credit account of an organization until commit; null where there is none yet. */
export async function lockCredit({ tx }: Pick<Ctx, "tx">, organizationId: string) {
  await tx.$executeRaw`select 1 from commerce.credit_account where organization_id = ${organizationId}::uuid for no key update`
  return tx.creditAccount.findUnique({
    where: { organizationId },
    select: { id: true, currency: true, timeZone: true, reviewOn: true, reviewPersonId: true },
  })
}

/** The same, where there has to be one. */
export async function insistOnCredit(ctx: Pick<Ctx, "tx">, organizationId: string) {
  const credit = await lockCredit(ctx, organizationId)
  if (!credit) throw new AppError("conflict", "This organization has no credit limit yet. Set one first.")
  return credit
}

export const creditRecord = ({ organizationId, number }: Pick<CreditPartner, "organizationId" | "number">) => ({
  kind: "customer" as const,
  id: organizationId,
  label: number,
})
