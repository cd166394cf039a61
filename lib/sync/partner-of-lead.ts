import { findPartnerships } from "@/lib/commerce/hierarchies/find-partnerships"
import type { Tx } from "@/lib/platform/db"
import type { Matches } from "@/lib/sales/accounts/match-lead"

/** The live partner that a lead's company is for certain or likely; null where it is none. Told to staff alone. */
export async function partnerOfLead(tx: Tx, matches: Matches | null) {
  const sure = (matches?.accounts ?? []).filter(({ verdict, customerId }) => verdict !== "possible" && customerId !== null)
  const [partnership] = await findPartnerships(
    tx,
    sure.flatMap(({ customerId }) => customerId ?? []),
  )
  const account = sure.find(({ customerId }) => customerId === partnership?.customerId)
  if (!partnership || !account) return null
  const { hierarchyId, number } = partnership
  return { hierarchyId, number, accountId: account.id, accountName: account.name, isCertain: account.verdict === "certain" }
}
