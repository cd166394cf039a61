import { leadKeys } from "@/lib/sales/leads/lead-keys"
import { leadStatusReasons } from "@/lib/sales/leads/rules"
import { differences, type Owner, type ReadRow } from "./check-row"
import { counted } from "./counted"
import type { MatchedLead } from "./find-matches"
import type { Matching, Policy } from "./policy"

/** What becomes of a row. */
export type Decision = {
  outcome: "create" | "update" | "skip"
  reason: string | null
  errors: Record<string, string> | null
  leadId: string | null
  leadVersion: number | null
  data: Record<string, unknown> | null
  before: Record<string, unknown> | null
}

type Asked = {
  row: ReadRow
  /** The leads that the row may mean. */
  matches: readonly MatchedLead[]
  /** The earlier row of the file that means the same lead. */
  earlier: number | null
  /** The lead that the one with this ID is a part of since a merge. */
  merged?: string | null
  policy: Policy
  owner: Owner | null
}

const nothing = { reason: null, errors: null, leadId: null, leadVersion: null, data: null, before: null }
const skip = (reason: string, more: Partial<Decision> = {}): Decision => ({ ...nothing, ...more, outcome: "skip", reason })

const found: Record<Matching, string> = {
  id: "this ID",
  email: "this email",
  company: "this company and country",
  taxId: "this tax ID",
  alike: "the looks of this row",
  none: "",
}

/** Decides one row: created, updated, or skipped with the reason. Pure, so that the preview and its tests say the same. */
export function decideRow({ row, matches, earlier, merged = null, policy, owner }: Asked): Decision {
  const slips = Object.keys(row.errors).length
  if (slips > 0) return skip(`${counted(slips, "cell")} cannot be read`, { errors: row.errors })
  if (earlier !== null) return skip(`Row ${earlier} of the file means the same lead`)
  if (matches.length === 0 && merged) return skip(`This lead is a part of ${merged} since a merge: give the ID of that one`)
  if (matches.length === 0) return decideNew(row, policy, owner)
  if (policy.mode === "create")
    return skip(`There is a lead with ${found[policy.matchBy]} already${because(matches[0])}`, { leadId: matches[0]?.id ?? null })
  return decideKnown(row, matches, policy)
}

function decideNew(row: ReadRow, policy: Policy, owner: Owner | null): Decision {
  if (policy.matchBy === "id" && row.id) return skip("There is no lead with this ID")
  if (policy.mode === "update")
    return skip(row.key === null ? "The row has nothing to find its lead by" : `No lead has ${found[policy.matchBy]}`)
  const errors: Record<string, string> = {}
  if (!row.values.companyName) errors.company = "A new lead needs its company"
  if (!row.values.lastName) errors.lastName = "A new lead needs a last name"
  if (Object.keys(errors).length > 0) return skip("It would be a new lead, and lacks what one needs", { errors })
  return { ...nothing, outcome: "create", data: newLead(row.values, owner) }
}

/** A new lead with everything that it must have; New, Warm and from another source unless the file says otherwise. */
function newLead(values: Record<string, unknown>, owner: Owner | null): Record<string, unknown> {
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))
  const lead = {
    topic: `Imported lead: ${String(values.companyName)}`,
    firstName: "",
    rating: "warm",
    source: "other",
    decisionMaker: false,
    currency: "EUR",
    statusReason: "new",
    ...(owner ? { ownerId: owner.id, ownerName: owner.name } : {}),
    ...given,
  }
  return { ...lead, ...keysOf(lead, null) }
}

function decideKnown(row: ReadRow, matches: readonly MatchedLead[], { matchBy }: Policy): Decision {
  const open = matches.filter(({ state }) => state === "open")
  const [lead] = open
  const [closed] = matches
  if (!lead)
    return skip(
      `The lead with ${found[matchBy]} is ${leadStatusReasons[closed?.statusReason ?? "lost"].word}. Closed leads are read-only`,
      { leadId: closed?.id ?? null },
    )
  if (open.length > 1) return skip(`${open.length} open leads have ${found[matchBy]}. Give the Lead ID`)
  if (row.version !== null && row.version !== lead.version)
    return skip("Somebody changed this lead after the file was made", { leadId: lead.id })
  const { data, before } = differences(row.values, new Map(Object.entries(lead)))
  if (Object.keys(data).length === 0) return skip("Nothing to change", { leadId: lead.id })
  const keys = keysOf({ ...lead, ...data }, lead.prospectNumber)
  return {
    ...nothing,
    outcome: "update",
    reason: lead.why ?? null,
    leadId: lead.id,
    leadVersion: lead.version,
    data: { ...data, ...keys },
    before,
  }
}

/** Why a lead is taken for the one of a row, where that is not to the letter. */
const because = (lead: MatchedLead | undefined): string => (lead?.why ? `: ${lead.why}` : "")

const text = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null)

/** What a lead with these values is found by. */
export function keysOf(lead: Record<string, unknown>, prospectNumber: string | null) {
  return leadKeys({
    companyName: text(lead.companyName) ?? "",
    firstName: text(lead.firstName) ?? "",
    lastName: text(lead.lastName) ?? "",
    email: text(lead.email),
    phone: text(lead.phone),
    website: text(lead.website),
    prospectNumber,
  })
}
