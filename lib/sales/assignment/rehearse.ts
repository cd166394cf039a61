import { may } from "@/lib/identity/permissions"
import type { Tx } from "@/lib/platform/db"
import { add, mostListed, type Rehearsing } from "../rule-sets/rehearsal"
import type { Book, PublishedBook } from "../rule-sets/rule"
import type { AssignmentEffect } from "./effect"
import { planAssignments, type Standing } from "./plan"

/** What assignment rules would have done: how many leads each person would have got, and how that compares with who owns them. */
export type AssignmentRehearsal = {
  judged: number
  /** By person, by rule. */
  given: Record<string, number>
  byRule: Record<string, number>
  unmatched: number
  passed: number
  /** Of those given: owned by the same person now, by somebody else, by nobody. */
  same: number
  other: number
  unowned: number
  turns: Record<string, string>
  list: { id: string; label: string; rule: string; would: string; did: string | null; isSame: boolean }[]
}

const standing = (name: string, openLeads: number): Standing => ({
  name,
  isAvailable: true,
  isAtWork: true,
  awayUntil: null,
  openLeads,
  capacity: null,
})

/** Everybody counts as available and begins without leads: a rehearsal tells what the rules divide, not who was on holiday. */
async function standings(tx: Tx, { rules }: Book<AssignmentEffect>, given: Readonly<Record<string, number>>) {
  const ids = [...new Set(rules.flatMap(({ effect }) => effect.personIds))]
  const people = await tx.person.findMany({
    where: { id: { in: ids }, disabledAt: null },
    select: { id: true, name: true, staffRole: true },
  })
  return new Map(people.filter(({ staffRole }) => may(staffRole, "lead:take")).map(({ id, name }) => [id, standing(name, given[id] ?? 0)]))
}

export const rehearseAssignment: Rehearsing<AssignmentRehearsal> = {
  first: { judged: 0, given: {}, byRule: {}, unmatched: 0, passed: 0, same: 0, other: 0, unowned: 0, turns: {}, list: [] },
  async take(tx, book, before, leads) {
    const rules = book as PublishedBook<AssignmentEffect>
    const turns = new Map(Object.entries(before.turns))
    const people = await standings(tx, rules, before.given)
    const asNew = leads.map(({ id, matched }) => ({ id, ownerId: null, matched }))
    const result = { ...before, judged: before.judged + leads.length, list: [...before.list] }
    for (const [at, outcome] of planAssignments(asNew, rules, people, turns).entries()) {
      const lead = leads[at]
      if (!lead) continue
      if (outcome.is === "unmatched") result.unmatched++
      if (outcome.is === "passed") result.passed++
      if (outcome.is !== "given") continue
      const isSame = lead.ownerId === outcome.personId
      if (isSame) result.same++
      else if (lead.ownerId) result.other++
      else result.unowned++
      result.given = add(result.given, outcome.personId)
      result.byRule = add(result.byRule, outcome.rule.id)
      const would = people.get(outcome.personId)?.name ?? ""
      if (result.list.length < mostListed)
        result.list.push({ id: lead.id, label: lead.label, rule: outcome.rule.name, would, did: lead.ownerName, isSame })
    }
    return { ...result, turns: Object.fromEntries(turns) }
  },
}
