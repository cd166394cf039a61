import { z } from "zod"
import { roleName, type StaffRole, staffRoles } from "@/lib/identity/permissions"
import type { KindOfRules } from "../rule-sets/kinds"
import { leadSubject } from "../rule-sets/lead-subject"
import type { LeadTimer } from "../timers/timer"
import { timerNames } from "../timers/timer-words"

export const escalatedTimers = { response: timerNames.response, decision: timerNames.decision, either: "Either timer" } as const
export type EscalatedTimer = keyof typeof escalatedTimers

export const escalatedAt = { warning: "It warns", breach: "It is breached" } as const

const keysOf = <Key extends string>(table: Record<Key, unknown>) => Object.keys(table) as [Key, ...Key[]]

const Effect = z
  .object({
    timer: z.enum(keysOf(escalatedTimers), "Choose a timer"),
    at: z.enum(keysOf(escalatedAt), "Choose when"),
    tellOwner: z.boolean(),
    tellPeople: z.array(z.uuid()).max(20, "Choose at most 20 people"),
    tellRole: z.enum(staffRoles, "Choose a role").nullable(),
    raiseRating: z.boolean(),
    giveTo: z.uuid("Choose somebody").nullable(),
  })
  .refine(
    ({ tellOwner, tellPeople, tellRole, raiseRating, giveTo }) => tellOwner || raiseRating || tellRole || giveTo || tellPeople.length > 0,
    {
      path: ["tellOwner"],
      message: "Choose at least one thing to do",
    },
  )
export type EscalationEffect = z.output<typeof Effect>

const all = new Intl.ListFormat("en", { type: "conjunction" })

function deeds({ tellOwner, tellPeople, tellRole, raiseRating, giveTo }: EscalationEffect, nameOf: (id: string) => string): string[] {
  const told = [
    ...(tellOwner ? ["its owner"] : []),
    ...tellPeople.map(nameOf),
    ...(tellRole ? [`every ${roleName(tellRole as StaffRole)}`] : []),
  ]
  return [
    ...(told.length > 0 ? [`notify ${all.format(told)}`] : []),
    ...(raiseRating ? ["raise its rating"] : []),
    ...(giveTo ? [`give it to ${nameOf(giveTo)}`] : []),
  ]
}

const whens = { warning: "warns", breach: "is breached" } as const

export const escalation: KindOfRules<EscalationEffect, Record<string, never>> = {
  key: "escalation",
  subject: leadSubject,
  edits: "rules:edit",
  title: "Escalation rules",
  path: "/settings/timers",
  noun: "the escalation rules",
  effect: Effect,
  settings: z.object({}) as unknown as z.ZodType<Record<string, never>>,
  firstEffect: { timer: "response", at: "breach", tellOwner: true, tellPeople: [], tellRole: null, raiseRating: false, giveTo: null },
  firstSettings: {},
  says: (effect, { people }) => {
    const timer = effect.timer === "either" ? "either timer" : `the timer ${timerNames[effect.timer]}`
    return `once ${timer} ${whens[effect.at]}, ${all.format(deeds(effect, (id) => people[id] ?? "somebody"))}`
  },
  settingsSay: null,
  peopleIn: ({ tellPeople, giveTo }) => [...tellPeople, ...(giveTo ? [giveTo] : [])],
}

/** Whether a rule waits for an event like this. */
export const isFor = ({ timer, at }: EscalationEffect, event: { timer: LeadTimer; kind: keyof typeof escalatedAt }): boolean =>
  at === event.kind && (timer === "either" || timer === event.timer)
