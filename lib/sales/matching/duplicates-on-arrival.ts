import type { Tx } from "@/lib/platform/db"
import { getMatchingRules } from "./get-rules"
import { entryOf } from "./keep-entries"
import { keptPartners } from "./kept-partners"
import { matchEntries } from "./match-entries"

type Arrived = { id: string; at: Date }

const facts = {
  ...{ id: true, companyName: true, firstName: true, lastName: true, email: true, phone: true },
  ...{ website: true, taxId: true, country: true, street: true, postalCode: true },
} as const
/** More than are kept: those that came later stand among them. */
const compared = 60

/**
 * Which of some leads may have been there twice when they arrived, whatever became of them since: by the rules of today, and by the records that were there by
 * then. What a lead became stands for that lead from its own arrival on.
 */
export async function duplicatesOnArrival(tx: Tx, leads: readonly Arrived[]): Promise<Set<string>> {
  if (leads.length === 0) return new Set()
  const ids = leads.map(({ id }) => id)
  const { rules } = await getMatchingRules(tx)
  const known = await tx.lead.findMany({ where: { id: { in: ids } }, select: facts })
  const entries = known.map((lead) => entryOf({ ...lead, kind: "lead", isOpen: true }, rules))
  const kept = await keptPartners(tx, ids)
  const found = await matchEntries(tx, "lead", entries, rules, { also: kept, isByKeys: new Set(kept.keys()), most: compared })
  const origins = await originsOf(tx, [...new Set(found.flatMap((matches) => matches.map(({ candidate }) => candidate.id)))])
  const arrival = new Map(leads.map(({ id, at }) => [id, at]))
  return new Set(
    entries.flatMap(({ id }, at) => {
      const since = arrival.get(id)
      const wasThere = (otherId: string) => origins.get(otherId)?.some((origin) => origin.leadId !== id && since && origin.at < since)
      return found[at]?.some(({ candidate }) => wasThere(candidate.id)) ? [id] : []
    }),
  )
}

type Origin = { at: Date; leadId: string | null }

/** Since when records are there: themselves, and as the lead that they were made of. */
async function originsOf(tx: Tx, ids: readonly string[]): Promise<Map<string, Origin[]>> {
  const where = { id: { in: [...ids] } }
  const dated = { id: true, createdAt: true, originatingLeadId: true, originatingLead: { select: { createdAt: true } } } as const
  const leads = await tx.lead.findMany({ where, select: { id: true, createdAt: true } })
  const made = [...(await tx.account.findMany({ where, select: dated })), ...(await tx.contact.findMany({ where, select: dated }))]
  return new Map<string, Origin[]>([
    ...leads.map(({ id, createdAt }): [string, Origin[]] => [id, [{ at: createdAt, leadId: id }]]),
    ...made.map(({ id, createdAt, originatingLeadId: leadId, originatingLead }): [string, Origin[]] => {
      const itself = { at: createdAt, leadId: null }
      return [id, originatingLead ? [itself, { at: originatingLead.createdAt, leadId }] : [itself]]
    }),
  ])
}
