import type { RecordRef } from "@/lib/platform/audit"
import type { Tx } from "@/lib/platform/db"
import { gone } from "@/lib/platform/merged-record"
import { fullName } from "@/lib/platform/party"
import type { AboutRecord } from "./schema"

/** The column by which an activity belongs to a record. */
export const aboutColumns = { lead: "leadId", opportunity: "opportunityId", account: "accountId", contact: "contactId" } as const

const person = { firstName: true, lastName: true } as const

/** The record that something is written on, by the words that people know it by; not found where there is none. */
export async function getAbout(tx: Tx, { about, id }: AboutRecord): Promise<RecordRef> {
  const where = { id }
  const labels = {
    lead: async () => (await tx.lead.findUnique({ where, select: { companyName: true } }))?.companyName,
    opportunity: async () => (await tx.opportunity.findUnique({ where, select: { topic: true } }))?.topic,
    account: async () => (await tx.account.findUnique({ where, select: { name: true } }))?.name,
    contact: async () => {
      const contact = await tx.contact.findUnique({ where, select: person })
      return contact ? fullName(contact) : undefined
    },
  }
  const label = await labels[about]()
  if (label === undefined) throw await gone(tx, about, id)
  return { kind: about, id, label }
}
