import type { Tx } from "@/lib/platform/db"
import { leadStates } from "../leads/rules"
import { mostMatched, type RehearsedLead, type Rehearsing } from "../rule-sets/rehearsal"
import type { Book, Rule } from "../rule-sets/rule"
import { readAsides } from "./asides"
import type { PolicyEffect } from "./effect"
import { matchesOnArrival } from "./matches-on-arrival"
import { partiesToUse } from "./parties-to-use"
import { compare, emptyRehearsal, noteHeld, type PolicyRehearsal } from "./tally"

export type { PolicyRehearsal } from "./tally"

type Policy = Rule<PolicyEffect>
type Held = { record: RehearsedLead; held: Policy[] }

const done: Partial<Record<PolicyEffect["do"], RehearsedLead["state"]>> = { qualify: "qualified", disqualify: "disqualified" }

/** What policies would have done with leads. Matches are those that were there when a lead arrived: what it became since would match it. */
export const rehearsePolicies: Rehearsing<PolicyRehearsal> = {
  first: emptyRehearsal(["qualify", "disqualify"]),
  async take(tx, given, before, leads) {
    const { rules } = given as Book<PolicyEffect>
    const result = structuredClone(before)
    result.judged += leads.length
    const all = leads.map((lead): Held => ({ record: lead, held: lead.matched.flatMap((place) => rules[place] ?? []) }))
    const asides = await readAsides(tx, "lead", all)
    const { deciding, unknown, looked } = await firstToDecide(tx, all, mostMatched - result.looked)
    result.looked += looked
    result.unknown += unknown.size
    for (const { record: lead, held } of all) {
      noteHeld(result, lead, held, (rule) => asides(lead, rule))
      const rule = deciding.get(lead.id)
      if (rule && !unknown.has(lead.id)) compare(result, becameOf(lead, rule), rule)
    }
    return result
  },
}

const becameOf = ({ id, label, state, closedBy }: RehearsedLead, { effect }: Policy) => ({
  ...{ id, label, isOpen: state === "open", isByPerson: closedBy === "person" },
  ...{ isSame: state === done[effect.do], did: leadStates[state].word },
})

/**
 * For each lead the first policy that would have decided it; one that qualifies takes only the matches that it says. They are looked up for so many as there is
 * room for; of the others it is not known.
 */
async function firstToDecide(tx: Tx, leads: readonly Held[], room: number) {
  const asking = leads.filter(({ held }) => held.find(({ effect }) => done[effect.do])?.effect.do === "qualify")
  const asked = asking.slice(0, Math.max(0, room))
  const matches = await matchesOnArrival(
    tx,
    asked.map(({ record }) => record),
  )
  const takes = (leadId: string, effect: PolicyEffect) =>
    effect.do === "disqualify" ||
    (effect.do === "qualify" && partiesToUse(matches.get(leadId) ?? { accounts: [], contacts: [] }, effect.match) !== null)
  const deciding = new Map(
    leads.flatMap(({ record: { id }, held }): [string, Policy][] => {
      const rule = held.find(({ effect }) => takes(id, effect))
      return rule ? [[id, rule]] : []
    }),
  )
  return { deciding, unknown: new Set(asking.slice(asked.length).map(({ record }) => record.id)), looked: asked.length }
}
