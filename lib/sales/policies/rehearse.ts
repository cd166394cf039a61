import type { Tx } from "@/lib/platform/db"
import { ratings } from "../choices"
import { leadStates } from "../leads/rules"
import { mostMatched, type RehearsedLead, type Rehearsing } from "../rule-sets/rehearsal"
import type { Book, Rule } from "../rule-sets/rule"
import { byTwo, decisionsAbout, namesOf, wentTo } from "./asides"
import type { PolicyEffect } from "./effect"
import { matchesOnArrival } from "./matches-on-arrival"
import { partiesToUse } from "./parties-to-use"
import { type Aside, compare, emptyRehearsal, noteHeld, type PolicyRehearsal } from "./tally"

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
    const asides = await readAsides(tx, all)
    const { deciding, unknown, looked } = await firstToDecide(tx, all, mostMatched - result.looked)
    result.looked += looked
    result.unknown += unknown.size
    for (const { lead, held } of all) {
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

/** What happened to leads beside what policies wanted of them that decide nothing themselves. */
async function readAsides(tx: Tx, all: readonly Held[]): Promise<(lead: RehearsedLead, rule: Policy) => Aside> {
  const guarded = all.flatMap(({ lead, held }) => (held.some(({ effect }) => effect.do === "second") ? lead.id : []))
  const decisions = await decisionsAbout(tx, "lead", guarded)
  const routes = all.flatMap(({ held }) => held.flatMap(({ effect }) => (effect.do === "route" ? (effect.personId ?? []) : [])))
  const people = await namesOf(tx, [...new Set(routes)])
  return (lead, { effect }) => {
    if (effect.do === "second") return byTwo(effect.moves, decisions.get(lead.id))
    return effect.do === "route" ? wentTo(effect, lead, { people, ratings }) : null
  }
}

/**
 * For each lead the first policy that would have decided it; one that qualifies takes only the matches that it says. They are looked up for so many as there is
 * room for; of the others it is not known.
 */
async function firstToDecide(tx: Tx, leads: readonly Held[], room: number) {
  const asking = leads.filter(({ held }) => held.find(({ effect }) => done[effect.do])?.effect.do === "qualify")
  const asked = asking.slice(0, Math.max(0, room))
  const matches = await matchesOnArrival(
    tx,
    asked.map(({ lead }) => lead),
  )
  const takes = (leadId: string, effect: PolicyEffect) =>
    effect.do === "disqualify" ||
    (effect.do === "qualify" && partiesToUse(matches.get(leadId) ?? { accounts: [], contacts: [] }, effect.match) !== null)
  const deciding = new Map(
    leads.flatMap(({ lead, held }): [string, Policy][] => {
      const rule = held.find(({ effect }) => takes(lead.id, effect))
      return rule ? [[lead.id, rule]] : []
    }),
  )
  return { deciding, unknown: new Set(asking.slice(asked.length).map(({ lead }) => lead.id)), looked: asked.length }
}
