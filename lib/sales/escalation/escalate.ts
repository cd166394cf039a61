import { may } from "@/lib/identity/permissions"
import { announce } from "@/lib/platform/announce"
import { auditMove, type FieldChange } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import type { Rating } from "../choices"
import { matchRules } from "../rule-sets/condition-sql"
import { publishedBooks } from "../rule-sets/published-books"
import type { Rule } from "../rule-sets/rule"
import type { TimerEvent } from "../timers/time-leads"
import { eventWords } from "../timers/timer-words"
import { type EscalationEffect, isFor } from "./effect"
import { tellEscalated } from "./tell-escalated"

/** An event with the rule that it set off. */
type Fired = { event: TimerEvent; rule: Rule<EscalationEffect> }

/**
 * Carries out the escalation rules that hold for what was noticed: for each event the first rule that fits, once and for all, since each event is noticed once.
 * Gives back the events that no rule was for.
 */
export async function escalate(ctx: Ctx, events: readonly TimerEvent[]): Promise<TimerEvent[]> {
  if (events.length === 0) return []
  const { escalation: book } = await publishedBooks(ctx.tx, ["escalation"], true)
  if (!book?.rules.some(({ isOn }) => isOn)) return [...events]
  const matched = await matchRules(ctx.tx, book.rules, [...new Set(events.map(({ leadId }) => leadId))], ctx.now)
  const fired = events.flatMap((event): Fired[] => {
    const places = matched.get(event.leadId) ?? []
    const rule = places.map((place) => book.rules[place]).find((one) => one && isFor(one.effect, event))
    return rule ? [{ event, rule }] : []
  })
  if (fired.length > 0) await carryOut(ctx, fired)
  const done = new Set(fired.map(({ event }) => event))
  return events.filter((event) => !done.has(event))
}

type Lead = { id: string; state: string; rating: Rating; ownerId: string | null; ownerName: string | null }
type Owner = { id: string; name: string }

async function carryOut(ctx: Ctx, fired: readonly Fired[]): Promise<void> {
  const leads = await ctx.tx.lead.findMany({
    where: { id: { in: fired.map(({ event }) => event.leadId) } },
    select: { id: true, state: true, rating: true, ownerId: true, ownerName: true },
  })
  const leadOf = new Map<string, Lead>(leads.map((lead) => [lead.id, lead]))
  const owners = await ownersOf(ctx, fired)
  await note(ctx, fired)
  const told: { fired: Fired; ownerIds: string[] }[] = []
  for (const one of fired) {
    const { event, rule } = one
    const lead = leadOf.get(event.leadId)
    if (!lead) continue
    const before = lead.ownerId
    const changes = lead.state === "open" ? await change(ctx, lead, rule.effect, owners) : []
    told.push({ fired: one, ownerIds: [before, lead.ownerId].flatMap((id) => id ?? []) })
    auditMove(ctx, {
      move: "lead.escalate",
      record: { kind: "lead", id: event.leadId, label: event.label },
      to: eventWords(event),
      reason: `By the rule “${rule.name}”.`,
      changes,
    })
  }
  const personIds = await tellEscalated(
    ctx,
    told.map(({ fired: { event, rule }, ownerIds }) => ({ event, rule, ownerIds })),
  )
  for (let from = 0; from < personIds.length; from += 200)
    announce(ctx, "leads.escalated", { personIds: personIds.slice(from, from + 200) })
}

async function ownersOf({ tx }: Ctx, fired: readonly Fired[]): Promise<Map<string, Owner>> {
  const ids = fired.flatMap(({ rule }) => rule.effect.giveTo ?? [])
  if (ids.length === 0) return new Map()
  const people = await tx.person.findMany({
    where: { id: { in: ids }, disabledAt: null },
    select: { id: true, name: true, staffRole: true },
  })
  return new Map(people.filter(({ staffRole }) => may(staffRole, "lead:take")).map(({ id, name }) => [id, { id, name }]))
}

/** Notes on each event the rule that it set off, and on its lead that it is escalated. */
async function note({ tx, now }: Ctx, fired: readonly Fired[]): Promise<void> {
  const rows = fired.map(({ event, rule }) => ({ lead_id: event.leadId, timer: event.timer, kind: event.kind, rule_id: rule.id }))
  await tx.$executeRaw`
    update sales.timer_event e set rule_id = d.rule_id
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as d (lead_id uuid, timer sales.lead_timer, kind sales.timer_event_kind, rule_id uuid)
    where e.lead_id = d.lead_id and e.timer = d.timer and e.kind = d.kind`
  await tx.lead.updateMany({ where: { id: { in: fired.map(({ event }) => event.leadId) }, escalatedAt: null }, data: { escalatedAt: now } })
}

const hotter: Record<Rating, Rating> = { cold: "warm", warm: "hot", hot: "hot" }

/** Changes an open lead as the rule has it: it is hotter, and somebody else's. */
async function change(
  { tx }: Ctx,
  lead: Lead,
  { raiseRating, giveTo }: EscalationEffect,
  owners: ReadonlyMap<string, Owner>,
): Promise<FieldChange[]> {
  const rating = raiseRating ? hotter[lead.rating] : lead.rating
  const owner = giveTo ? owners.get(giveTo) : undefined
  const isGiven = owner !== undefined && owner.id !== lead.ownerId
  if (rating === lead.rating && !isGiven) return []
  const changes = [
    ...(rating === lead.rating ? [] : [{ field: "rating", from: lead.rating, to: rating }]),
    ...(isGiven ? [{ field: "owner", from: lead.ownerName, to: owner.name }] : []),
  ]
  const given = isGiven ? { ownerId: owner.id, ownerName: owner.name } : {}
  await tx.lead.update({ where: { id: lead.id }, data: { rating, ...given, version: { increment: 1 } } })
  Object.assign(lead, { rating, ...given })
  return changes
}
