import { z } from "zod"
import { linesOf, linesOrNull } from "@/lib/platform/form-shapes"
import type { AnyKind, KindOfRules } from "@/lib/sales/rule-sets/kinds"
import { prospectRuleFields } from "./fields"

/** What a policy of prospects may ask a second person for, in the words of the command. */
export const guardedDecisions = { approve: "Approve", reject: "Reject" } as const
export type ProspectMove = keyof typeof guardedDecisions
const moves = Object.keys(guardedDecisions) as [ProspectMove, ...ProspectMove[]]

const note = linesOrNull("note", 2000)

const Effect = z.discriminatedUnion("do", [
  z.object({ do: z.literal("approve"), note }),
  z.object({
    do: z.literal("reject"),
    reason: linesOf("reason", 500, "Give a reason; the applicant reads it"),
    note,
  }),
  z.object({ do: z.literal("route"), personId: z.uuid("Choose who gets it") }),
  z.object({ do: z.literal("second"), moves: z.array(z.enum(moves)).min(1, "Choose at least one") }),
])
export type ProspectEffect = z.output<typeof Effect>

export const prospectDeeds: Record<ProspectEffect["do"], { word: string; text: string; first: ProspectEffect }> = {
  approve: {
    word: "Approve it",
    text: "Makes the customers and the hierarchy, and invites the requestor as Admin, after the send window.",
    first: { do: "approve", note: null },
  },
  reject: {
    word: "Reject it",
    text: "Sends the decline mail with the reason, after the send window.",
    first: { do: "reject", reason: "", note: null },
  },
  route: {
    word: "Route it",
    text: "Gives it an owner where it has none; then the other rules go on.",
    first: { do: "route", personId: "" },
  },
  second: {
    word: "Require a second person",
    text: "What one person decides about it, another one has to confirm, in Commerce or in Sales.",
    first: { do: "second", moves: ["approve"] },
  },
}

const either = new Intl.ListFormat("en", { type: "disjunction" })
const withNote = (text: string | null) => (text ? `, with the note “${text}”` : "")

export const prospectPolicy: KindOfRules<ProspectEffect, Record<string, never>> = {
  key: "prospect_policy",
  subject: { noun: ["prospect", "prospects"], fresh: "Pending", fields: prospectRuleFields },
  edits: "prospect-rules:edit",
  title: "Prospect policies",
  path: "/settings/prospect-policies",
  noun: "the policies of prospects",
  effect: Effect as unknown as z.ZodType<ProspectEffect>,
  settings: z.object({}) as unknown as z.ZodType<Record<string, never>>,
  firstEffect: prospectDeeds.second.first,
  firstSettings: {},
  says: (effect, { people }) => {
    if (effect.do === "route") return `give it to ${people[effect.personId] ?? "somebody"}`
    if (effect.do === "approve") return `approve it${withNote(effect.note)}`
    if (effect.do === "reject") return `reject it: “${effect.reason}”${withNote(effect.note)}`
    return `a second person has to confirm ${either.format(effect.moves.map((move) => guardedDecisions[move]))}`
  },
  settingsSay: null,
  peopleIn: (effect) => (effect.do === "route" ? [effect.personId] : []),
}

/** The same, for what does not care which kind it is. */
export const prospectRules = prospectPolicy as unknown as AnyKind
