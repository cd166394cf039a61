import { leadStates } from "../leads/rules"
import { add, mostListed, type RehearsedLead, type Rehearsing } from "../rule-sets/rehearsal"
import type { Book } from "../rule-sets/rule"
import type { PolicyEffect } from "./effect"

type Would = "qualify" | "disqualify"
type Tally = { would: number; agreed: number; differed: number }

/** What policies would have decided, beside what people decided: how often they agree, and where not. */
export type PolicyRehearsal = {
  judged: number
  would: Record<Would, number>
  /** Of those that a policy would have decided: people did the same, the opposite, nothing yet; or it was no person's word. */
  agreed: number
  differed: number
  open: number
  notByPeople: number
  /** Leads that would have been routed, and those for which a second person would have been asked. */
  routed: number
  second: number
  byRule: Record<string, Tally>
  list: { id: string; label: string; rule: string; would: Would; did: string }[]
}

const none: Tally = { would: 0, agreed: 0, differed: 0 }
const done: Record<Would, RehearsedLead["state"]> = { qualify: "qualified", disqualify: "disqualified" }

/** Matches are not looked up: what a lead became since would match it. */
export const rehearsePolicies: Rehearsing<PolicyRehearsal> = {
  first: {
    ...{ judged: 0, would: { qualify: 0, disqualify: 0 }, agreed: 0, differed: 0, open: 0, notByPeople: 0, routed: 0, second: 0 },
    ...{ byRule: {}, list: [] },
  },
  take(_, given, before, leads) {
    const { rules } = given as Book<PolicyEffect>
    const result = structuredClone(before)
    result.judged += leads.length
    for (const lead of leads) {
      const held = lead.matched.flatMap((place) => rules[place] ?? [])
      if (held.some(({ effect }) => effect.do === "route")) result.routed++
      if (held.some(({ effect }) => effect.do === "second")) result.second++
      for (const { id, effect } of held)
        if (effect.do === "route" || effect.do === "second")
          result.byRule[id] = { ...none, ...result.byRule[id], would: (result.byRule[id]?.would ?? 0) + 1 }
      const rule = held.find(({ effect }) => effect.do === "qualify" || effect.do === "disqualify")
      if (rule && (rule.effect.do === "qualify" || rule.effect.do === "disqualify")) compare(result, lead, rule, rule.effect.do)
    }
    return result
  },
}

function compare(result: PolicyRehearsal, lead: RehearsedLead, rule: { id: string; name: string }, would: Would): void {
  result.would = add(result.would, would) as Record<Would, number>
  const tally = { ...none, ...result.byRule[rule.id] }
  tally.would++
  if (lead.state === "open") result.open++
  else if (lead.closedBy !== "person") result.notByPeople++
  else if (lead.state === done[would]) {
    result.agreed++
    tally.agreed++
  } else {
    result.differed++
    tally.differed++
    if (result.list.length < mostListed)
      result.list.push({ id: lead.id, label: lead.label, rule: rule.name, would, did: leadStates[lead.state].word })
  }
  result.byRule[rule.id] = tally
}
