import type { Tx } from "@/lib/platform/db"
import { leadStates } from "../leads/rules"
import type { RehearsedLead, Rehearsing } from "../rule-sets/rehearsal"
import type { Book, Rule } from "../rule-sets/rule"
import type { PolicyEffect } from "./effect"
import { matchesOnArrival } from "./matches-on-arrival"
import { partiesToUse } from "./parties-to-use"
import { compare, emptyRehearsal, noteHeld, type PolicyRehearsal } from "./tally"

export type { PolicyRehearsal } from "./tally"

type Policy = Rule<PolicyEffect>
type Held = { lead: RehearsedLead; held: Policy[] }

const done: Partial<Record<PolicyEffect["do"], RehearsedLead["state"]>> = { qualify: "qualified", disqualify: "disqualified" }

/** What policies would have done with leads. Matches are those that were there when a lead arrived: what it became since would match it. */
export const rehearsePolicies: Rehearsing<PolicyRehearsal> = {
  first: emptyRehearsal(["qualify", "disqualify"]),
  async take(tx, given, before, leads) {
    const { rules } = given as Book<PolicyEffect>
    const result = structuredClone(before)
    result.judged += leads.length
    const all = leads.map((lead) => ({ lead, held: lead.matched.flatMap((place) => rules[place] ?? []) }))
    const deciding = await firstToDecide(tx, all)
    for (const { lead, held } of all) {
      noteHeld(result, held)
      const rule = deciding.get(lead.id)
      if (rule) compare(result, becameOf(lead, rule), rule)
    }
    return result
  },
}

const becameOf = ({ id, label, state, closedBy }: RehearsedLead, { effect }: Policy) => ({
  ...{ id, label, isOpen: state === "open", isByPerson: closedBy === "person" },
  ...{ isSame: state === done[effect.do], did: leadStates[state].word },
})

/** For each lead the first policy that would have decided it; one that qualifies takes only the matches that it says. */
async function firstToDecide(tx: Tx, leads: readonly Held[]): Promise<Map<string, Policy>> {
  const asking = leads.filter(({ held }) => held.find(({ effect }) => done[effect.do])?.effect.do === "qualify")
  const matches = await matchesOnArrival(
    tx,
    asking.map(({ lead }) => lead),
  )
  const takes = (leadId: string, effect: PolicyEffect) =>
    effect.do === "disqualify" ||
    (effect.do === "qualify" && partiesToUse(matches.get(leadId) ?? { accounts: [], contacts: [] }, effect.match) !== null)
  return new Map(
    leads.flatMap(({ lead, held }): [string, Policy][] => {
      const rule = held.find(({ effect }) => takes(lead.id, effect))
      return rule ? [[lead.id, rule]] : []
    }),
  )
}
