import { z } from "zod"
import type { KindOfRules } from "../rule-sets/kinds"
import { leadSubject } from "../rule-sets/lead-subject"

export const ways = {
  person: "One person",
  turn: "Several people, in turn",
  least: "Whoever of several has the fewest open leads",
} as const
export type Way = keyof typeof ways

const Effect = z
  .object({
    way: z.enum(Object.keys(ways) as [Way, ...Way[]], "Choose to whom"),
    personIds: z.array(z.uuid()).min(1, "Choose at least one person").max(50, "Choose at most 50 people"),
    /** Only within the working hours of each. */
    inHours: z.boolean(),
    /** What happens when none of them is available: the next rule is asked, or the lead stays unassigned. */
    otherwise: z.enum(["next", "stay"]),
  })
  .refine(({ way, personIds }) => way !== "person" || personIds.length === 1, { path: ["personIds"], message: "Choose one person" })
export type AssignmentEffect = z.output<typeof Effect>

const together = new Intl.ListFormat("en", { type: "conjunction" })
const either = new Intl.ListFormat("en", { type: "disjunction" })

export const assignment: KindOfRules<AssignmentEffect, Record<string, never>> = {
  key: "assignment",
  subject: leadSubject,
  edits: "rules:edit",
  title: "Assignment rules",
  path: "/settings/assignment-rules",
  noun: "the assignment rules",
  effect: Effect,
  settings: z.object({}) as unknown as z.ZodType<Record<string, never>>,
  firstEffect: { way: "turn", personIds: [], inHours: false, otherwise: "next" },
  firstSettings: {},
  says: ({ way, personIds, inHours, otherwise }, { people }) => {
    const names = personIds.map((id) => people[id] ?? "somebody")
    const to = {
      person: `give it to ${names[0] ?? "somebody"}`,
      turn: `give it to ${together.format(names)} in turn`,
      least: `give it to ${either.format(names)}, whoever has the fewest open leads`,
    }[way]
    return [to, inHours ? ", within working hours" : "", otherwise === "stay" ? "; with nobody available leave it unassigned" : ""].join("")
  },
  settingsSay: null,
  peopleIn: ({ personIds }) => personIds,
}
