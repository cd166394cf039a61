import { db } from "@/lib/platform/db"
import type { StakeholderRole } from "./rules"
import type { StakeNoun } from "./schema"

/** Somebody who has a say, and on which record that is written: a lead's stay visible on its opportunity, and both on the account. */
export type StakeholderRow = {
  id: string
  version: number
  role: StakeholderRole
  name: string
  email: string | null
  note: string | null
  contactId: string | null
  about: StakeNoun
}

const atMost = 100

/** The stakeholders of some records, in the order in which they were added. */
export async function listStakeholders(of: { leads?: string[]; opportunities?: string[]; accounts?: string[] }): Promise<StakeholderRow[]> {
  const { leads = [], opportunities = [], accounts = [] } = of
  const found = await db.stakeholder.findMany({
    where: { OR: [{ leadId: { in: leads } }, { opportunityId: { in: opportunities } }, { accountId: { in: accounts } }] },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: atMost,
    select: {
      id: true,
      version: true,
      role: true,
      name: true,
      email: true,
      note: true,
      contactId: true,
      leadId: true,
      opportunityId: true,
    },
  })
  return found.map(({ leadId, opportunityId, ...row }) => ({ ...row, about: leadId ? "lead" : opportunityId ? "opportunity" : "account" }))
}
