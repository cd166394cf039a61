import type { Tx } from "@/lib/platform/db"
import type { Guard } from "@/lib/sales/policies/second-person"
import { publishedBook } from "@/lib/sales/rule-sets/published-books"
import { matchProspects } from "./ask-prospects"
import { type ProspectMove, prospectPolicy } from "./kind"

/** For each of some prospects the first policy that asks for a second person for a move; prospects for which none does are missing. */
export async function guardsOfProspects(tx: Tx, move: ProspectMove, ids: readonly string[], now: Date): Promise<Map<string, Guard>> {
  if (ids.length === 0) return new Map()
  const book = await publishedBook(tx, prospectPolicy)
  const rules = book?.rules.filter(({ isOn, effect }) => isOn && effect.do === "second" && effect.moves.includes(move)) ?? []
  if (!book || rules.length === 0) return new Map()
  const matched = await matchProspects(tx, rules, ids, now)
  return new Map(
    [...matched].flatMap(([id, [first = -1]]): [string, Guard][] => {
      const rule = rules[first]
      return rule ? [[id, { ruleId: rule.id, name: rule.name, version: book.number }]] : []
    }),
  )
}
