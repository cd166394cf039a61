import type { Staff } from "@/lib/identity/actor"
import { may, ownRole } from "@/lib/identity/permissions"
import { db } from "@/lib/platform/db"
import { newId } from "@/lib/platform/ids"
import type { LeadState, OpportunityState, ProspectStatus } from "@/prisma/generated/enums"

/** Where one request stands, as the domain says it and nothing more. */
export type Stand = { lead: LeadState; opportunity: OpportunityState | null; prospect: ProspectStatus; ownerId: string | null }

/** One request on its road: where it stands, and the last decision on it, with where it stood before. */
export type Road = Stand & {
  prospectId: string
  leadId: string
  email: string
  accountId: string | null
  last: { decisionId: string; by: Staff; at: number; before: Stand } | null
  /** When somebody last decided about it. */
  decidedAt: number
  /** The merge by which its lead became part of another road's, and where it stood before. */
  merged: { mergeId: string; into: Road; before: Stand; at: number } | null
}

/** A run over many leads or prospects that can be taken back, with where each of those that it changed stood before. */
export type Run = { id: string; list: RunList; by: Staff; at: number; changed: { road: Road; before: Stand }[] }
export type RunList = "leads" | "prospects"

/** By what a run knows a road. */
export const recordOf = (list: RunList, { leadId, prospectId }: Road): string => (list === "leads" ? leadId : prospectId)

/** The world of one test: requests, runs over many of them, and the hour. */
export type World = { roads: Road[]; runs: Run[]; now: number; mark: string }

export const emptyWorld = (): World => ({ roads: [], runs: [], now: Date.parse("2026-03-02T09:00:00Z"), mark: newId().slice(-10) })

export const standOf = ({ lead, opportunity, prospect, ownerId }: Stand): Stand => ({ lead, opportunity, prospect, ownerId })

/** Where a request stands in the two stores. */
export async function standInStores(prospectId: string): Promise<Stand> {
  const prospect = await db.prospect.findUniqueOrThrow({ where: { id: prospectId }, select: { status: true, leadId: true } })
  const lead = await db.lead.findUniqueOrThrow({
    where: { id: prospect.leadId ?? "" },
    select: { state: true, opportunityId: true, ownerId: true },
  })
  const opportunity = lead.opportunityId
    ? await db.opportunity.findUniqueOrThrow({ where: { id: lead.opportunityId }, select: { state: true } })
    : null
  return { lead: lead.state, opportunity: opportunity?.state ?? null, prospect: prospect.status, ownerId: lead.ownerId }
}

const works = (staff: Staff, ownerId: string | null) =>
  ownerId === null || ownerId === staff.id || may(ownRole(staff.staffRole), "sales:work-any")
const sells = (staff: Staff) => may(ownRole(staff.staffRole), "lead:qualify")

/** What the domain contract says of each move: where the request stands afterwards, or null where the move is refused. */
export const moves = {
  qualify: (road: Stand, by: Staff, opportunity: "create" | "skip"): Stand | null =>
    sells(by) && road.lead === "open" && works(by, road.ownerId)
      ? { ...road, lead: "qualified", opportunity: opportunity === "create" ? "open" : null, ownerId: road.ownerId ?? by.id }
      : null,
  disqualify: (road: Stand, by: Staff): Stand | null =>
    sells(by) && road.lead === "open" && works(by, road.ownerId) ? { ...road, lead: "disqualified", prospect: "rejected" } : null,
  reactivate: (road: Stand, by: Staff): Stand | null =>
    sells(by) && road.lead === "disqualified" && road.prospect !== "withdrawn" && works(by, road.ownerId)
      ? { ...road, lead: "open", prospect: "pending" }
      : null,
  win: (road: Stand, by: Staff): Stand | null =>
    sells(by) && road.opportunity === "open" && works(by, road.ownerId) ? { ...road, opportunity: "won", prospect: "approved" } : null,
  lose: (road: Stand, by: Staff): Stand | null =>
    sells(by) && road.opportunity === "open" && works(by, road.ownerId) ? { ...road, opportunity: "lost", prospect: "rejected" } : null,
  reopen: (road: Stand, by: Staff): Stand | null =>
    sells(by) && (road.opportunity === "won" || road.opportunity === "lost") && road.prospect !== "withdrawn" && works(by, road.ownerId)
      ? { ...road, opportunity: "open", prospect: "pending" }
      : null,
  approve: (road: Stand, by: Staff): Stand | null => {
    if (!may(ownRole(by.staffRole), "prospect:approve") || road.prospect !== "pending") return null
    if (road.lead === "open") return { lead: "qualified", opportunity: "won", prospect: "approved", ownerId: road.ownerId ?? by.id }
    return { ...road, opportunity: road.opportunity && "won", prospect: "approved" }
  },
  reject: (road: Stand, by: Staff): Stand | null => {
    if (!may(ownRole(by.staffRole), "prospect:reject") || road.prospect !== "pending") return null
    return road.lead === "open"
      ? { ...road, lead: "disqualified", prospect: "rejected" }
      : { ...road, opportunity: road.opportunity && "lost", prospect: "rejected" }
  },
  withdraw: (road: Stand): Stand | null => {
    if (road.prospect !== "pending") return null
    return road.lead === "open"
      ? { ...road, lead: "disqualified", prospect: "withdrawn" }
      : { ...road, opportunity: road.opportunity && "lost", prospect: "withdrawn" }
  },
  merge: (primary: Stand, loser: Stand, by: Staff): boolean =>
    sells(by) && [primary, loser].every((road) => road.lead === "open" && road.prospect === "pending" && works(by, road.ownerId)),
  unmerge: (primary: Stand, by: Staff): boolean => sells(by) && works(by, primary.ownerId),
  assign: (road: Stand, by: Staff, to: Staff): Stand | null => {
    const mayGive = may(ownRole(by.staffRole), "lead:assign") || (to.id === by.id && works(by, road.ownerId))
    return may(ownRole(by.staffRole), "lead:take") && road.lead === "open" && mayGive && sells(to) ? { ...road, ownerId: to.id } : null
  },
}
