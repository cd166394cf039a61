import type { Tx } from "@/lib/platform/db"
import { newId } from "@/lib/platform/ids"
import { type FoundLead, findLeads } from "@/lib/sales/leads/find-leads"
import { getMatchingRules } from "@/lib/sales/matching/get-rules"
import { matchEntries } from "@/lib/sales/matching/match-entries"
import { type MatchFacts, matchKeys } from "@/lib/sales/matching/match-keys"
import { reasonWords } from "@/lib/sales/matching/reason-words"
import type { Policy } from "./policy"

/** A lead that a row may mean; `why` says it in words where they are not equal to the letter. */
export type MatchedLead = FoundLead & { why?: string }

/** So many rows are looked up at once: to find what looks the same takes longer than to find what is. */
export const rowsAtOnce = ({ matchBy }: Policy, most: number): number => (matchBy === "alike" ? Math.min(most, 100) : most)

const keyOfLead = (lead: FoundLead, matchBy: "id" | "email" | "company" | "taxId"): string | null =>
  matchBy === "company" ? `${lead.nameKey}\n${lead.country ?? ""}` : lead[matchBy]

/** The leads that rows may mean, by the rows' keys. */
export async function findMatches(tx: Tx, keys: readonly string[], { matchBy }: Policy): Promise<Map<string, MatchedLead[]>> {
  if (matchBy === "none" || keys.length === 0) return new Map()
  if (matchBy === "alike") return findAlike(tx, [...new Set(keys)])
  const found = new Map<string, MatchedLead[]>()
  const values = matchBy === "company" ? [...new Set(keys.map((key) => key.split("\n")[0] ?? ""))] : [...new Set(keys)]
  for (const lead of await findLeads(tx, matchBy, values)) {
    const key = keyOfLead(lead, matchBy)
    if (key !== null) found.set(key, [...(found.get(key) ?? []), lead])
  }
  return found
}

/** The leads that certainly or likely look like rows: of each row the surest, or those that are as sure. */
async function findAlike(tx: Tx, keys: readonly string[]): Promise<Map<string, MatchedLead[]>> {
  const { rules } = await getMatchingRules(tx)
  const asked = keys.map((key) => ({
    ...matchKeys(JSON.parse(key) as MatchFacts, rules),
    id: newId(),
    kind: "lead" as const,
    isOpen: true,
  }))
  const matches = await matchEntries(tx, "lead", asked, rules, { kinds: ["lead"], most: 5 })
  const surest = keys.map((_, at) => {
    const sure = (matches[at] ?? []).filter(({ verdict }) => verdict !== "possible")
    return sure.filter(({ score }) => score === sure[0]?.score)
  })
  const ids = [...new Set(surest.flat().map(({ candidate }) => candidate.id))]
  const leads = new Map((await findLeads(tx, "id", ids)).map((lead) => [lead.id, lead]))
  const found = keys.map((key, at): [string, MatchedLead[]] => {
    const known = (surest[at] ?? []).flatMap(({ candidate, reasons }) => {
      const lead = leads.get(candidate.id)
      const why = reasons.filter(({ points }) => points > 0).map(reasonWords)
      return lead ? [{ ...lead, why: why.slice(0, 3).join(", ") }] : []
    })
    return [key, known]
  })
  return new Map(found.filter(([, known]) => known.length > 0))
}
