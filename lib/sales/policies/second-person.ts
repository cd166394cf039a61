import type { Tx } from "@/lib/platform/db"
import type { Refusal } from "@/lib/platform/errors"
import { publishedBooks } from "../rule-sets/published-books"
import { type GuardedMove, guardedMoves } from "./effect"
import { matchPolicies } from "./match-policies"

const words = { ...guardedMoves, reject: "Reject" } as const

/** The policy that asks for a second person. */
export type Guard = { ruleId: string; name: string; version: number }

/** For each of some leads the first policy that asks for a second person for one of the moves; leads for which none does are missing. */
export async function guardsOf(tx: Tx, moves: readonly GuardedMove[], leadIds: readonly string[], now: Date): Promise<Map<string, Guard>> {
  const { policy } = await publishedBooks(tx, ["policy"])
  const rules =
    policy?.rules.filter(({ isOn, effect }) => isOn && effect.do === "second" && effect.moves.some((move) => moves.includes(move))) ?? []
  if (!policy || rules.length === 0) return new Map()
  const matched = await matchPolicies(tx, rules, leadIds, now)
  return new Map(
    [...matched].flatMap(([leadId, [first = -1]]): [string, Guard][] => {
      const rule = rules[first]
      return rule ? [[leadId, { ruleId: rule.id, name: rule.name, version: policy.number }]] : []
    }),
  )
}

/** Why a guarded move cannot be made by one person alone. */
export const refusalOfOne = ({ name, version }: Guard, move: keyof typeof words): Refusal => ({
  code: "conflict",
  message: `Policy “${name}”, version ${version}, wants a second person to confirm ${words[move]}. Ask for it on the record.`,
})
