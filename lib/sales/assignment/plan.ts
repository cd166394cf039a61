import type { PublishedBook, Rule } from "../rule-sets/rule"
import type { AssignmentEffect } from "./effect"

/** How somebody stands who may be given leads. */
export type Standing = {
  name: string
  isAvailable: boolean
  isAtWork: boolean
  /** The last day of an absence, as `2026-12-04`. */
  awayUntil: string | null
  openLeads: number
  capacity: number | null
}

export type LeadToGive = { id: string; ownerId: string | null; matched: readonly number[] }
export type AssignmentRule = Rule<AssignmentEffect>

/** What the rules make of a lead: who gets it; that it stays with its owner; why nobody does; or that no rule holds for it. */
export type Given =
  | { leadId: string; is: "given"; personId: string; rule: AssignmentRule; passed: string[] }
  | { leadId: string; is: "kept"; personId: string; rule: AssignmentRule }
  | { leadId: string; is: "passed"; rule: AssignmentRule; why: string }
  | { leadId: string; is: "unmatched" }

/** Why somebody cannot be given a lead now; null when they can. */
export function whyNot(standing: Standing | undefined, inHours: boolean): string | null {
  if (!standing) return "somebody no longer works in Sales"
  const { name, awayUntil, openLeads, capacity, isAvailable, isAtWork } = standing
  if (awayUntil) return `${name} is away until ${awayUntil}`
  if (!isAvailable) return `${name} no longer works in Sales`
  if (capacity !== null && openLeads >= capacity) return `${name} has ${openLeads} open leads of at most ${capacity}`
  return inHours && !isAtWork ? `${name} is outside working hours` : null
}

/** The people of a rule in the order in which they are asked: by turn after whoever was last, or by the fewest open leads. */
function inOrder({ way, personIds }: AssignmentEffect, standings: ReadonlyMap<string, Standing>, last: string | undefined): string[] {
  const after = personIds.indexOf(last ?? "") + 1
  const turned = [...personIds.slice(after), ...personIds.slice(0, after)]
  if (way !== "least") return turned
  const open = (id: string) => standings.get(id)?.openLeads ?? 0
  return turned.toSorted((one, other) => open(one) - open(other))
}

/**
 * Who gets which lead: each lead's rules from above, the first whose people are not all unavailable. It keeps the standings and the turns as it goes, so that
 * what it gives to somebody counts for the next lead. `standings` and `turns` are changed.
 */
export function planAssignments(
  leads: readonly LeadToGive[],
  { rules }: Pick<PublishedBook<AssignmentEffect>, "rules">,
  standings: Map<string, Standing>,
  turns: Map<string, string>,
): Given[] {
  return leads.map((lead): Given => {
    const passed: string[] = []
    for (const place of lead.matched) {
      const rule = rules[place]
      if (!rule) continue
      const { effect } = rule
      const isTheirs = lead.ownerId !== null && effect.personIds.includes(lead.ownerId)
      if (isTheirs && lead.ownerId && standings.get(lead.ownerId)?.isAvailable)
        return { leadId: lead.id, is: "kept", personId: lead.ownerId, rule }
      const order = inOrder(effect, standings, turns.get(rule.id))
      const personId = order.find((id) => whyNot(standings.get(id), effect.inHours) === null)
      if (personId !== undefined) {
        count(standings, personId, 1)
        if (lead.ownerId) count(standings, lead.ownerId, -1)
        turns.set(rule.id, personId)
        return { leadId: lead.id, is: "given", personId, rule, passed }
      }
      const why = `Rule “${rule.name}”: ${order.map((id) => whyNot(standings.get(id), effect.inHours)).join(", ")}.`
      passed.push(why)
      if (effect.otherwise === "stay") return { leadId: lead.id, is: "passed", rule, why: passed.join(" ") }
    }
    const last = lead.matched.map((place) => rules[place]).findLast((rule) => rule !== undefined)
    return last ? { leadId: lead.id, is: "passed", rule: last, why: passed.join(" ") } : { leadId: lead.id, is: "unmatched" }
  })
}

function count(standings: Map<string, Standing>, personId: string, by: number): void {
  const standing = standings.get(personId)
  if (standing) standings.set(personId, { ...standing, openLeads: Math.max(0, standing.openLeads + by) })
}
