import { z } from "zod"
import { dayOf, lineOf, lineOrNull, linesOf, linesOrNull } from "@/lib/platform/form-shapes"
import { accountEditables } from "@/lib/sales/accounts/editables"
import { contactEditables } from "@/lib/sales/contacts/editables"
import { disqualificationReasons } from "@/lib/sales/leads/rules"
import { lossReasons } from "@/lib/sales/opportunities/rules"
import { MappingParts } from "./conversion/stored-mapping"

const id = z.uuid()
/** An empty choice in a form means "none". */
const optionalId = z.union([id, z.literal("").transform(() => null), z.null()]).default(null)
const noteToApplicant = linesOrNull("note", 2000)
const description = linesOrNull("description", 2000)
const whyReopened = linesOf("reason", 2000, "Say why it is reopened")
const money = z
  .union([z.string(), z.number(), z.null()])
  .default(null)
  .transform((given, check) => {
    if (given === null || given === "") return null
    const amount = Number(String(given).replace(/[,\s]/g, ""))
    if (Number.isFinite(amount) && amount >= 0 && amount <= 1e12) return Math.round(amount * 100) / 100
    check.addIssue({ code: "custom", message: "Enter an amount in digits, such as 48000 or 48000.50" })
    return z.NEVER
  })
const day = dayOf("Choose a date").transform((text) => new Date(`${text}T00:00:00Z`))

/** A version that was looked at; empty where nobody looked. */
const version = z.union([z.coerce.number().int().positive(), z.literal("").transform(() => null), z.null()]).default(null)
/** Keys of fields, as a list or as one line with commas. */
const keysOf = <Key extends string>(keys: readonly Key[]) =>
  z
    .union([z.array(z.string()), z.string().transform((text) => text.split(",").filter(Boolean))])
    .default([])
    .transform((list) => keys.filter((key) => list.includes(key)))
const furtherTopic = lineOf("topic", 300, "Enter a topic").optional()

export const QualifyLead = z.object({
  leadId: id,
  /** The versions that the desk showed, and when: what was changed since refuses, and is told. */
  version,
  seenAt: z.union([z.iso.datetime().transform((at) => new Date(at)), z.literal("").transform(() => null), z.null()]).default(null),
  accountId: optionalId,
  accountVersion: version,
  accountPicks: keysOf(Object.keys(accountEditables) as (keyof typeof accountEditables)[]),
  contactId: optionalId,
  contactVersion: version,
  contactPicks: keysOf(Object.keys(contactEditables) as (keyof typeof contactEditables)[]),
  opportunity: z.enum(["create", "attach", "skip"]).default("create"),
  opportunityId: optionalId,
  opportunityVersion: version,
  topic: lineOrNull("topic", 300),
  estimatedRevenue: money,
  topic2: furtherTopic,
  estimatedRevenue2: money,
  topic3: furtherTopic,
  estimatedRevenue3: money,
  topic4: furtherTopic,
  estimatedRevenue4: money,
  topic5: furtherTopic,
  estimatedRevenue5: money,
})
export type QualifyLead = z.output<typeof QualifyLead>

export const DisqualifyLead = z.object({
  leadId: id,
  statusReason: z.enum(disqualificationReasons, "Choose a status reason"),
  comment: linesOrNull("comment", 2000),
  noteToApplicant,
})
export type DisqualifyLead = z.output<typeof DisqualifyLead>

export const ReactivateLead = z.object({
  leadId: id,
  tellApplicant: z.union([z.boolean(), z.literal("on").transform(() => true)]).default(false),
})
export type ReactivateLead = z.output<typeof ReactivateLead>

export const CloseAsWon = z.object({ opportunityId: id, actualRevenue: money, closeDate: day, description })
export type CloseAsWon = z.output<typeof CloseAsWon>

export const CloseAsLost = z.object({
  opportunityId: id,
  statusReason: z.enum(lossReasons, "Choose a status reason"),
  actualRevenue: money,
  closeDate: day,
  competitor: lineOrNull("competitor", 160),
  description,
  noteToApplicant,
})
export type CloseAsLost = z.output<typeof CloseAsLost>

export const ReopenOpportunity = z.object({ opportunityId: id, reason: whyReopened })
export type ReopenOpportunity = z.output<typeof ReopenOpportunity>

export const ApproveProspect = z.object({ prospectId: id, noteToApplicant })
export type ApproveProspect = z.output<typeof ApproveProspect>

export const RejectProspect = z.object({
  prospectId: id,
  reason: linesOf("reason", 500, "Give a reason; the applicant reads it"),
  noteToApplicant,
})
export type RejectProspect = z.output<typeof RejectProspect>

export const ReopenProspect = z.object({ prospectId: id, reason: whyReopened })
export type ReopenProspect = z.output<typeof ReopenProspect>

const mappingVersion = z.coerce.number().int().min(0).max(1_000_000)

export const SaveMapping = z.object({
  /** The version that was changed. */
  base: mappingVersion,
  parts: z
    .union([
      z.string().transform((text, check): unknown => {
        try {
          return JSON.parse(text)
        } catch {
          check.addIssue({ code: "custom", message: "The mapping could not be read. Reload the page and try again." })
          return z.NEVER
        }
      }),
      z.record(z.string(), z.unknown()),
    ])
    .pipe(MappingParts),
})
export type SaveMapping = z.output<typeof SaveMapping>

export const RestoreMapping = z.object({ base: mappingVersion, version: mappingVersion })
export type RestoreMapping = z.output<typeof RestoreMapping>

export const UndoDecision = z.object({ decisionId: id })
export type UndoDecision = z.output<typeof UndoDecision>

export const SetMap = z.object({
  map: z.enum(["prospects_leads", "accounts_customers", "contacts_customers", "opportunities_prospects"]),
  run: z.enum(["start", "stop"]),
})
export type SetMap = z.output<typeof SetMap>

const keeps = z.record(z.string().max(40), z.enum(["primary", "loser"])).default({})
const shownVersion = z.coerce.number().int().positive()

/** Two records and which of them stays; the versions that were shown while somebody chose, for fields whose value stays where it is not the usual one, and whether whoever sent the request that ends is told. */
export const MergeRecords = z.object({
  kind: z.enum(["lead", "account", "contact"]),
  primaryId: id,
  loserId: id,
  primaryVersion: shownVersion,
  loserVersion: shownVersion,
  keeps,
  tells: z.boolean().default(false),
})
export type MergeRecords = z.output<typeof MergeRecords>

export const UnmergeRecords = z.object({ mergeId: id })
export type UnmergeRecords = z.output<typeof UnmergeRecords>
