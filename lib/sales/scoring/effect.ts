import { z } from "zod"
import type { KindOfRules } from "../rule-sets/kinds"
import { leadSubject } from "../rule-sets/lead-subject"

const Effect = z.object({
  points: z
    .int("Enter whole points")
    .min(-100, "Give −100 to 100 points")
    .max(100, "Give −100 to 100 points")
    .refine((points) => points !== 0, "A rule without points does nothing"),
})
export type ScoringEffect = z.output<typeof Effect>

const share = z.int("Enter a whole number").min(1, "Enter 1 to 100").max(100, "Enter 1 to 100")

const Settings = z
  .object({ a: share, b: share, c: share })
  .refine(({ a, b }) => a > b, { path: ["a"], message: "Grade A begins above grade B" })
  .refine(({ b, c }) => b > c, { path: ["b"], message: "Grade B begins above grade C" })
/** From which score on a lead has the grade; below the last it has D. */
export type GradeThresholds = z.output<typeof Settings>

/** Points with their sign, the minus as a real one. */
export const signed = (points: number): string => (points > 0 ? `+${points}` : `−${Math.abs(points)}`)

export const scoring: KindOfRules<ScoringEffect, GradeThresholds> = {
  key: "scoring",
  subject: leadSubject,
  edits: "rules:edit",
  title: "Lead scoring",
  path: "/settings/lead-scoring",
  noun: "the scoring rules",
  effect: Effect,
  settings: Settings,
  firstEffect: { points: 10 },
  firstSettings: { a: 75, b: 50, c: 25 },
  says: ({ points }) => `${signed(points)} ${Math.abs(points) === 1 ? "point" : "points"}`,
  settingsSay: ({ a, b, c }) => `grade A from ${a}, B from ${b}, C from ${c}`,
  peopleIn: () => [],
}
