import type { Ctx } from "@/lib/platform/context"

/** Stakeholders of records that are about to be unmade go back to the lead; whoever has a part there already keeps that one. */
export async function keepStakeholders({ tx }: Ctx, unmade: string[], leadId: string): Promise<void> {
  const rows = await tx.stakeholder.findMany({
    where: { OR: [{ leadId }, { opportunityId: { in: unmade } }, { accountId: { in: unmade } }] },
    orderBy: { createdAt: "asc" },
    select: { id: true, contactId: true, leadId: true },
  })
  const there = new Set(rows.filter((row) => row.leadId).map(({ contactId }) => contactId))
  const moved: string[] = []
  for (const { id, contactId, leadId: home } of rows) {
    if (home || (contactId && there.has(contactId))) continue
    there.add(contactId)
    moved.push(id)
  }
  await tx.stakeholder.updateMany({ where: { id: { in: moved } }, data: { leadId, opportunityId: null, accountId: null } })
}
