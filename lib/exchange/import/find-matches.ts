import type { Tx } from "@/lib/platform/db"
import { type FoundLead, findLeads } from "@/lib/sales/leads/find-leads"
import type { Policy } from "./policy"

const keyOfLead = (lead: FoundLead, { matchBy }: Policy): string | null => {
  if (matchBy === "company") return `${lead.nameKey}\n${lead.country ?? ""}`
  return matchBy === "none" ? null : lead[matchBy]
}

/** The leads that rows may mean, by the rows' keys. */
export async function findMatches(tx: Tx, keys: readonly string[], policy: Policy): Promise<Map<string, FoundLead[]>> {
  const found = new Map<string, FoundLead[]>()
  const { matchBy } = policy
  if (matchBy === "none" || keys.length === 0) return found
  const values = matchBy === "company" ? [...new Set(keys.map((key) => key.split("\n")[0] ?? ""))] : [...new Set(keys)]
  for (const lead of await findLeads(tx, matchBy, values)) {
    const key = keyOfLead(lead, policy)
    if (key !== null) found.set(key, [...(found.get(key) ?? []), lead])
  }
  return found
}
