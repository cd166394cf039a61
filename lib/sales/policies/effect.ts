import { z } from "zod"
import { linesOf } from "@/lib/platform/form-shapes"
import { type Rating, ratings } from "../choices"
import { disqualificationReasons, leadStatusReasons } from "../leads/rules"
import { likenessFields } from "../matching/likenesses"
import type { KindOfRules } from "../rule-sets/kinds"
import { leadSubject } from "../rule-sets/lead-subject"

/** What a policy may ask a second person for, in the words of the command. */
export const guardedMoves = {
  qualify: "Qualify",
  disqualify: "Disqualify",
  win: "Close as Won",
  lose: "Close as Lost",
  approve: "Approve",
} as const
export type GuardedMove = keyof typeof guardedMoves

/** Which matches a policy that qualifies takes: none at all, one that is certain, or either. */
export const matchesTaken = {
  none: "Only when nothing matches",
  certain: "Only with a certain match, which is used",
  either: "When nothing matches, or with a certain match",
} as const
export type MatchesTaken = keyof typeof matchesTaken

const keys = <Key extends string>(table: Readonly<Record<Key, unknown>>) => Object.keys(table) as [Key, ...Key[]]

const Effect = z.discriminatedUnion("do", [
  z.object({ do: z.literal("qualify"), match: z.enum(keys(matchesTaken)), opportunity: z.enum(["create", "skip"]) }),
  z.object({
    do: z.literal("disqualify"),
    reason: z.enum(disqualificationReasons, "Choose a status reason"),
    comment: linesOf("comment", 2000, "Say why: it stands on the lead's timeline"),
  }),
  z
    .object({
      do: z.literal("route"),
      personId: z.uuid().nullable(),
      rating: z.enum(keys(ratings) as [Rating, ...Rating[]]).nullable(),
    })
    .refine(({ personId, rating }) => personId !== null || rating !== null, {
      path: ["personId"],
      message: "Choose a person, a rating, or both",
    }),
  z.object({ do: z.literal("second"), moves: z.array(z.enum(keys(guardedMoves))).min(1, "Choose at least one") }),
])
export type PolicyEffect = z.output<typeof Effect>

export const policyDeeds: Record<PolicyEffect["do"], { word: string; text: string; first: PolicyEffect }> = {
  qualify: {
    word: "Qualify it",
    text: "Makes account, contact and opportunity as a seller would.",
    first: { do: "qualify", match: "none", opportunity: "create" },
  },
  disqualify: {
    word: "Disqualify it",
    text: "Rejects the prospect and sends the decline mail, after the send window.",
    first: { do: "disqualify", reason: "lost", comment: "" },
  },
  route: {
    word: "Route it",
    text: "Gives it an owner, a rating, or both; then the other rules go on.",
    first: { do: "route", personId: null, rating: "hot" },
  },
  second: {
    word: "Require a second person",
    text: "What one person decides about it, another one has to confirm.",
    first: { do: "second", moves: ["qualify"] },
  },
}

const either = new Intl.ListFormat("en", { type: "disjunction" })

export const policy: KindOfRules<PolicyEffect, Record<string, never>> = {
  key: "policy",
  subject: { ...leadSubject, fields: { ...leadSubject.fields, ...likenessFields } },
  edits: "rules:edit",
  title: "Policies",
  path: "/settings/policies",
  noun: "the policies",
  effect: Effect as unknown as z.ZodType<PolicyEffect>,
  settings: z.object({}) as unknown as z.ZodType<Record<string, never>>,
  firstEffect: policyDeeds.second.first,
  firstSettings: {},
  says: (effect, { people }) => {
    if (effect.do === "qualify") {
      const when = { none: "when nothing matches", certain: "with a certain match", either: "when nothing matches or with a certain match" }
      return `qualify it ${when[effect.match]}${effect.opportunity === "skip" ? ", without an opportunity" : ""}`
    }
    if (effect.do === "disqualify") return `disqualify it as ${leadStatusReasons[effect.reason].word}: “${effect.comment}”`
    if (effect.do === "second") return `a second person has to confirm ${either.format(effect.moves.map((move) => guardedMoves[move]))}`
    const owner = effect.personId && `give it to ${people[effect.personId] ?? "somebody"}`
    const rating = effect.rating && `rate it ${ratings[effect.rating]}`
    return [owner, rating].filter(Boolean).join(" and ")
  },
  settingsSay: null,
  peopleIn: (effect) => (effect.do === "route" && effect.personId ? [effect.personId] : []),
}

/** How a policy is named where it decided something. */
export const namedPolicy = ({ name }: { name: string }, version: number): string => `Policy “${name}”, version ${version}`
