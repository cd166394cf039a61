import { db, type Tx } from "@/lib/platform/db"
import { MatchingRules, usualRules } from "./matching-rules"

export type RulesInForce = { rules: MatchingRules; version: number }

/** The house's matching rules and their version; those that it ships with until somebody changes them. */
export async function getMatchingRules(tx: Tx = db): Promise<RulesInForce> {
  const row = await tx.matchingSettings.findUnique({ where: { id: 1 } })
  return row ? { rules: MatchingRules.parse(row.rules), version: row.version } : { rules: usualRules, version: 1 }
}
