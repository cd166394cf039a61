import { matchRules } from "../rule-sets/condition-sql"
import { add, mostListed, type Rehearsing } from "../rule-sets/rehearsal"
import type { Book } from "../rule-sets/rule"
import type { LeadTimer } from "../timers/timer"
import { eventWords } from "../timers/timer-words"
import { type EscalationEffect, isFor } from "./effect"

/** What escalation rules would have done with the warnings and breaches of the leads. */
export type EscalationRehearsal = {
  judged: number
  events: number
  escalated: number
  /** How many events each rule would have been for. */
  byRule: Record<string, number>
  list: { id: string; key: string; label: string; what: string; rule: string }[]
}

type Event = { leadId: string; timer: LeadTimer; kind: "warning" | "breach" }

/** Asks the rules of what was noticed of the leads; the leads themselves are judged as they are today. */
export const rehearseEscalation: Rehearsing<EscalationRehearsal> = {
  first: { judged: 0, events: 0, escalated: 0, byRule: {}, list: [] },
  async take(tx, given, before, leads) {
    const { rules } = given as Book<EscalationEffect>
    const result = structuredClone(before)
    result.judged += leads.length
    const events: Event[] = await tx.timerEvent.findMany({
      where: { leadId: { in: leads.map(({ id }) => id) } },
      orderBy: { at: "desc" },
      select: { leadId: true, timer: true, kind: true },
    })
    result.events += events.length
    const labels = new Map(leads.map(({ id, label }) => [id, label]))
    const matched = await matchRules(tx, rules, [...new Set(events.map(({ leadId }) => leadId))], new Date())
    for (const event of events) {
      const rule = (matched.get(event.leadId) ?? []).map((place) => rules[place]).find((one) => one && isFor(one.effect, event))
      if (!rule) continue
      const { leadId: id, timer, kind } = event
      result.escalated++
      result.byRule = add(result.byRule, rule.id)
      if (result.list.length < mostListed)
        result.list.push({ id, key: `${id}${timer}${kind}`, label: labels.get(id) ?? "", what: eventWords(event), rule: rule.name })
    }
    return result
  },
}
