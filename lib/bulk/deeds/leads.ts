import { Prisma, type Tx } from "@/lib/platform/db"
import type { RunItem } from "../run-job"
import { idsOf, lockRecords } from "../sort-out"

/** The whole leads of a batch, to be judged and moved. */
export const readLeads = (tx: Tx, items: readonly RunItem[]) => tx.lead.findMany({ where: { id: { in: idsOf(items) } } })

export const lockLeads = (tx: Tx, items: readonly RunItem[]) => lockRecords(tx, Prisma.sql`sales.lead`, idsOf(items))

/** A lead as what a second person is asked about. */
export const subjectOf = ({ id, companyName, prospectId }: { id: string; companyName: string; prospectId: string | null }) => ({
  record: { kind: "lead" as const, id, label: companyName },
  ...{ leadId: id, opportunityId: null, prospectId },
})
