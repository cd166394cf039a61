import type { StaffRole } from "@/lib/identity/permissions"
import type { Ctx } from "@/lib/platform/context"
import { notify } from "@/lib/platform/notify"
import type { Rule } from "../rule-sets/rule"
import type { TimerEvent } from "../timers/time-leads"
import { eventWords } from "../timers/timer-words"
import type { EscalationEffect } from "./effect"

type Escalated = { event: TimerEvent; rule: Rule<EscalationEffect>; ownerIds: readonly string[] }

/** More than these of one person at once are told by the bell as one. */
const oneByOne = 5

/**
 * Tells by the bell whoever the rules name, each person once about each event, and writes down what they are told for the letter that gathers it.
 * Returns everybody who was told.
 */
export async function tellEscalated(ctx: Ctx, escalated: readonly Escalated[]): Promise<string[]> {
  const people = await staff(ctx)
  const toldOf = new Map<string, Escalated[]>()
  for (const one of escalated) {
    const { tellOwner, tellPeople, tellRole, giveTo } = one.rule.effect
    const ids = [
      ...(tellOwner || giveTo ? one.ownerIds : []),
      ...tellPeople,
      ...(tellRole ? people.filter(({ staffRole }) => staffRole === tellRole).map(({ id }) => id) : []),
    ]
    for (const id of new Set(ids)) if (people.some((person) => person.id === id)) toldOf.set(id, [...(toldOf.get(id) ?? []), one])
  }
  for (const [personId, all] of toldOf) ring(ctx, personId, all)
  await keep(ctx, toldOf)
  return [...toldOf.keys()]
}

const staff = ({ tx }: Ctx): Promise<{ id: string; staffRole: StaffRole | null }[]> =>
  tx.person.findMany({ where: { staffRole: { not: null }, disabledAt: null }, select: { id: true, staffRole: true } })

function ring(ctx: Ctx, personId: string, all: readonly Escalated[]): void {
  const rung = all.length > oneByOne ? all.slice(0, 1) : all
  for (const { event, rule } of rung) {
    const others = all.length > oneByOne ? `, and ${(all.length - 1).toLocaleString("en")} more. They stand in the view Escalated` : ""
    notify(ctx, {
      kind: "escalation",
      subjectId: `${event.leadId}:${event.timer}:${event.kind}`,
      personId,
      record: { kind: "lead", id: event.leadId, label: event.label },
      text: `${eventWords(event)}${others}. Rule: ${rule.name}`,
    })
  }
}

async function keep({ tx, now }: Ctx, toldOf: ReadonlyMap<string, readonly Escalated[]>): Promise<void> {
  const data = [...toldOf].flatMap(([personId, all]) =>
    all.map(({ event: { leadId, timer, kind } }) => ({ personId, leadId, timer, kind, at: now })),
  )
  await tx.escalationTold.createMany({ data, skipDuplicates: true })
}
