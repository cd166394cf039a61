import { expect } from "vitest"
import type { BulkKind } from "@/lib/bulk/kinds"
import type { Staff } from "@/lib/identity/actor"
import { may, ownRole } from "@/lib/identity/permissions"
import { db } from "@/lib/platform/db"
import { AppError } from "@/lib/platform/errors"
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

export type RunList = "leads" | "prospects"

/** A run over many leads or prospects: what it asks for, how far it was seen to come, and where each road that it changed stood before. */
export type Run = {
  id: string
  list: RunList
  kind: BulkKind
  by: Staff
  to: Staff
  chosen: readonly Road[]
  /** What was done before somebody looked at it last, by the record. */
  seen: Set<string>
  changed: { road: Road; before: Stand }[]
  /** When it ended; null while the worker has something of it to do. */
  endedAt: number | null
}

/** A merge of two accounts or contacts that stands. */
export type PartyMerge = { mergeId: string; kind: "account" | "contact"; primaryId: string; at: number }

/** By what a run knows a road. */
export const recordOf = (list: RunList, { leadId, prospectId }: Road): string => (list === "leads" ? leadId : prospectId)

/**
 * The world of one test: requests, runs over many of them, merges of what they became, and the hour. `mixed`: roads of which something was changed by another
 * move than their own, so that Undo may have to leave it.
 */
export type World = { roads: Road[]; runs: Run[]; merges: PartyMerge[]; mixed: Set<Road>; now: number; mark: string }

export const emptyWorld = (): World => ({
  ...{ roads: [], runs: [], merges: [], mixed: new Set() },
  ...{ now: Date.parse("2026-03-02T09:00:00Z"), mark: newId().slice(-10) },
})

export const windowMs = 60_000
export const at = (world: World): Date => new Date(world.now)
export const one = <Thing>(things: readonly Thing[], place: number): Thing | undefined => things[place % Math.max(1, things.length)]
/** The roads whose lead is still a lead of its own. */
export const standing = ({ roads }: World): Road[] => roads.filter(({ merged }) => !merged)

/** Whether no decision about a road can be undone any more, neither its own nor that of a run. */
export const isQuiet = (world: World, road: Road): boolean =>
  world.now >= road.decidedAt + windowMs &&
  !world.runs.some((run) => run.endedAt === null && run.changed.some((changed) => changed.road === road))

/** What may be refused for reasons that the model does not know; null when it was. */
export async function orRefused<Answer>(move: Promise<Answer>): Promise<Answer | null> {
  return move.catch((error: unknown) => {
    if (error instanceof AppError) return null
    throw error
  })
}

/** Both stores say of a request what the model says; of one whose lead became part of another, that it is Merged. */
export async function expectStand(road: Road): Promise<void> {
  if (!road.merged) {
    expect(await standInStores(road.prospectId)).toEqual(standOf(road))
    return expectInChannel(road)
  }
  const { status, leadId } = await db.prospect.findUniqueOrThrow({ where: { id: road.prospectId }, select: { status: true, leadId: true } })
  expect({ status, leadId }).toEqual({ status: "merged", leadId: null })
}

/** A partner is in the channels at which its approved requests were sent. */
async function expectInChannel({ prospectId }: Road): Promise<void> {
  const select = { status: true, channel: true, hierarchy: { select: { inAllChannels: true, channels: true } } } as const
  const { status, channel, hierarchy } = await db.prospect.findUniqueOrThrow({ where: { id: prospectId }, select })
  if (status === "approved") expect(hierarchy).toEqual({ inAllChannels: false, channels: expect.arrayContaining([channel]) })
}

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

/** The account that a road became: what is used by others may have to stay. */
export async function settleAccount(road: Road): Promise<void> {
  const lead = await db.lead.findUnique({ where: { id: road.leadId }, select: { accountId: true } })
  road.accountId ??= lead?.accountId ?? null
}

export const works = (staff: Staff, ownerId: string | null) =>
  ownerId === null || ownerId === staff.id || may(ownRole(staff.staffRole), "sales:work-any")
export const sells = (staff: Staff) => may(ownRole(staff.staffRole), "lead:qualify")

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
