import type { Tx } from "@/lib/platform/db"

export type Partnership = { hierarchyId: string; number: string; customerId: string }

/** The live partnerships of some organization customers: Active, with a hierarchy that is not suspended. In the order of the customers. */
export async function findPartnerships(tx: Tx, customerIds: readonly string[]): Promise<Partnership[]> {
  if (customerIds.length === 0) return []
  const found = await tx.hierarchy.findMany({
    where: { organizationId: { in: [...customerIds] }, suspendedAt: null, organization: { status: "active" } },
    select: { id: true, number: true, organizationId: true },
  })
  return customerIds.flatMap((customerId) => {
    const hierarchy = found.find(({ organizationId }) => organizationId === customerId)
    return hierarchy ? [{ hierarchyId: hierarchy.id, number: hierarchy.number, customerId }] : []
  })
}
