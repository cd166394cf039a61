import type { Tx } from "@/lib/platform/db"
import { AppError } from "@/lib/platform/errors"
import { assignByRules, namedRule } from "@/lib/sales/assignment/assign-by-rules"
import { noRules } from "@/lib/sales/assignment/assign-lead-by-rules"
import { refusalToAssignByRules } from "@/lib/sales/leads/rules"
import { matchRules } from "@/lib/sales/rule-sets/condition-sql"
import { publishedBooks } from "@/lib/sales/rule-sets/published-books"
import type { Deed, Performed, RunItem } from "../run-job"
import { idsOf, sortOut } from "../sort-out"
import { assignDeeds } from "./assign"
import { lockLeads } from "./leads"

const select = { id: true, version: true, state: true, statusReason: true, ownerId: true, ownerName: true } as const
const read = (tx: Tx, items: readonly RunItem[]) => tx.lead.findMany({ where: { id: { in: idsOf(items) } }, select })

/** Gives many leads to whomever the assignment rules say; taken back as any other assignment. */
const byRules: Deed = {
  ...assignDeeds["leads.assign"],
  atOnce: 200,
  async prepare({ tx }) {
    const { assignment } = await publishedBooks(tx, ["assignment"])
    if (!assignment?.rules.some(({ isOn }) => isOn)) throw new AppError("conflict", noRules)
    return { input: {}, title: "Route by rules" }
  },
  async check(tx, staff, _, items) {
    const [leads, { assignment }] = [await read(tx, items), await publishedBooks(tx, ["assignment"])]
    const byId = new Map(leads.map((lead) => [lead.id, lead]))
    const matched = await matchRules(tx, assignment?.rules ?? [], idsOf(items), new Date())
    return items.map(({ place, recordId }) => {
      const lead = byId.get(recordId)
      const refused = lead ? refusalToAssignByRules(lead, staff) : null
      const rule = assignment?.rules[matched.get(recordId)?.[0] ?? -1]
      if (!lead) return { place, verdict: "blocked", told: "It is not there any more." }
      if (refused) return { place, verdict: "blocked", told: refused.message }
      if (!rule) return { place, verdict: "blocked", told: "No assignment rule holds for it." }
      return { place, verdict: "ready", told: `${lead.ownerName ?? "Unassigned"} → by rule “${rule.name}”` }
    })
  },
  async perform(ctx, _, items) {
    await lockLeads(ctx.tx, items)
    const { fit, unfit } = await sortOut(ctx.tx, items, await read(ctx.tx, items), (lead) => refusalToAssignByRules(lead, ctx.actor))
    const ids = fit.map(({ row }) => row.id)
    const done = await assignByRules(ctx, ids, { isForced: true, isSilent: true })
    const outcomes = new Map(done?.outcomes.map((outcome) => [outcome.leadId, outcome]))
    const performed = fit.map(({ item: { place }, row: { id, ownerId, ownerName } }): Performed => {
      const outcome = outcomes.get(id)
      if (!done || !outcome || outcome.is === "unmatched") return { place, result: "skipped", why: "No assignment rule holds for it." }
      if (outcome.is === "passed") return { place, result: "skipped", why: outcome.why }
      if (outcome.is === "kept")
        return { place, result: "skipped", why: `It stays with ${ownerName}. ${namedRule(outcome.rule, done.version)}.` }
      const versionAfter = outcome.versionAfter ?? undefined
      return {
        place,
        result: "done",
        why: namedRule(outcome.rule, done.version),
        versionAfter,
        before: { ownerId, ownerName },
        ownerId: outcome.personId,
      }
    })
    return [...unfit, ...performed]
  },
}

export const assignByRulesDeeds = { "leads.assign_by_rules": byRules }
