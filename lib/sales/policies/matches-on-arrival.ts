import type { Tx } from "@/lib/platform/db"
import type { Matches } from "../accounts/match-lead"
import { matchLeads } from "../accounts/match-leads"
import { leadFacts } from "../matching/read-facts"

type Arrived = { id: string; at: Date }
type Sided = Pick<Matches, "accounts" | "contacts">

/** What matched some leads when they arrived: accounts and contacts that came later, such as what a lead itself became, are left out. */
export async function matchesOnArrival(tx: Tx, leads: readonly Arrived[]): Promise<Map<string, Sided>> {
  if (leads.length === 0) return new Map()
  const known = await tx.lead.findMany({ where: { id: { in: leads.map(({ id }) => id) } }, select: leadFacts })
  const matches = await matchLeads(tx, known)
  const idsOf = (side: keyof Sided) => ({ in: [...new Set([...matches.values()].flatMap((one) => one[side].map(({ id }) => id)))] })
  const dated = { id: true, createdAt: true } as const
  const since = new Map(
    [
      ...(await tx.account.findMany({ where: { id: idsOf("accounts") }, select: dated })),
      ...(await tx.contact.findMany({ where: { id: idsOf("contacts") }, select: dated })),
    ].map(({ id, createdAt }) => [id, createdAt]),
  )
  return new Map(
    leads.flatMap(({ id, at }): [string, Sided][] => {
      const found = matches.get(id)
      const wasThere = (one: { id: string }) => (since.get(one.id)?.getTime() ?? Number.POSITIVE_INFINITY) < at.getTime()
      return found ? [[id, { accounts: found.accounts.filter(wasThere), contacts: found.contacts.filter(wasThere) }]] : []
    }),
  )
}
