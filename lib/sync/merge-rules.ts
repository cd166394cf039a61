import type { CustomerStatus } from "@/lib/commerce/customers/rules"
import { type ProspectStatus, prospectStatuses } from "@/lib/commerce/prospects/rules"
import { thoseWhoMay } from "@/lib/identity/who-can"
import type { Refusal } from "@/lib/platform/errors"
import { capital } from "@/lib/platform/first-letter"
import { toldMoment } from "@/lib/platform/moment-text"
import { type LeadState, leadStates } from "@/lib/sales/leads/rules"
import { type Owned, refusalByOwner, refusalByRole, type Worker } from "@/lib/sales/worker"
import { type MapKey, tableMaps } from "./maps"
import type { MergeKind } from "./merge-fields"

/** How long a merge can be taken apart. */
export const unmergeDays = 30

/** A person's place in a hierarchy, with the reason why it cannot be given up, if there is one. */
export type Seat = {
  id: string
  hierarchyId: string
  hierarchyNumber: string
  isPending: boolean
  removal: Refusal | null
}

export type JudgedCustomer = {
  number: string
  status: CustomerStatus
  email: string | null
  hierarchyNumber: string | null
  seats: readonly Seat[]
}

/** One of the two records of a merge, as far as the rules care. */
export type MergeSide = Owned & {
  id: string
  label: string
  /** Of a lead. */
  state: LeadState | null
  request: { id: string; number: string; status: ProspectStatus; name: string; email: string } | null
  customer: JudgedCustomer | null
  /** A decision on it, or on what belongs to it, that can still be undone. */
  undoable: { by: string; until: Date } | null
}

export type Judged = { kind: MergeKind; primary: MergeSide; loser: MergeSide; maps: ReadonlySet<MapKey> }

const conflict = (message: string): Refusal => ({ code: "conflict", message })

/** Why two records cannot be merged in this direction by this person, or null. */
export function refusalToMerge({ kind, primary, loser, maps }: Judged, worker: Worker): Refusal | null {
  return (
    refusalByRole(worker, `${kind}:edit`, `merge ${kind}s`) ??
    (primary.id === loser.id ? conflict(`Choose two ${kind}s: this is the same one twice.`) : null) ??
    refusalOfOwner(worker, primary) ??
    refusalOfOwner(worker, loser) ??
    refusalOfState(primary) ??
    refusalOfState(loser) ??
    refusalOfWindow(primary) ??
    refusalOfWindow(loser) ??
    refusalOfRequest(primary) ??
    refusalOfRequest(loser) ??
    refusalOfMaps(kind, primary, loser, maps) ??
    refusalOfHierarchies(primary, loser) ??
    refusalOfSeats(primary, loser)
  )
}

/** Why a record cannot be merged with any other by this person, or null. */
export function refusalToOfferMerge(
  kind: MergeKind,
  record: Owned & { state?: LeadState | null; label: string },
  worker: Worker,
): Refusal | null {
  return (
    refusalByRole(worker, `${kind}:edit`, `merge ${kind}s`) ??
    refusalOfState({ label: record.label, state: record.state ?? null }) ??
    refusalByOwner(worker, record, "merge it")
  )
}

function refusalOfOwner(worker: Worker, side: MergeSide): Refusal | null {
  const refused = refusalByOwner(worker, side, "merge it")
  return refused && { ...refused, message: `${side.label}: ${refused.message}` }
}

const closed: Record<LeadState, string> = {
  open: "",
  qualified: "Its account and its contact are merged instead.",
  disqualified: "Reactivate it first, or leave it as it ended.",
}

/** Only open leads are merged: a closed one has its end, its decision and its letter, and stays what it was. */
function refusalOfState({ label, state }: Pick<MergeSide, "label" | "state">): Refusal | null {
  if (state === null || state === "open") return null
  return conflict(`${label} is ${leadStates[state].word}, and only open leads are merged. ${closed[state]}`)
}

function refusalOfWindow({ label, undoable }: Pick<MergeSide, "label" | "undoable">): Refusal | null {
  if (!undoable) return null
  return conflict(`${undoable.by} decided about ${label} and can undo that until ${toldMoment(undoable.until, "second")}. Merge it then.`)
}

function refusalOfRequest({ label, request }: MergeSide): Refusal | null {
  if (!request || request.status === "pending") return null
  return conflict(
    `The request ${request.number} of ${label} is ${prospectStatuses[request.status]} in Commerce. Only pending requests are merged.`,
  )
}

function refusalOfMaps(kind: MergeKind, primary: MergeSide, loser: MergeSide, maps: ReadonlySet<MapKey>): Refusal | null {
  const needed: MapKey | null =
    kind === "lead"
      ? loser.request && (primary.request ? "opportunities_prospects" : "prospects_leads")
      : loser.customer && (kind === "account" ? "accounts_customers" : "contacts_customers")
  if (!needed || maps.has(needed)) return null
  const what = kind === "lead" ? `the request ${loser.request?.number}` : `customer ${loser.customer?.number}`
  return conflict(
    `The map ${tableMaps[needed].name} does not run, so ${what} in Commerce cannot follow. ${startsIt()} can start it in Settings, Integration.`,
  )
}

function startsIt(): string {
  const who = thoseWhoMay("integration:edit")
  return capital(who)
}

/** Two partners, each with its people, credit and history, are not one by a click. */
function refusalOfHierarchies(primary: MergeSide, loser: MergeSide): Refusal | null {
  const [one, other] = [primary.customer?.hierarchyNumber, loser.customer?.hierarchyNumber]
  if (!one || !other) return null
  return conflict(
    `Both are partners: ${primary.label} with customer hierarchy ${one}, ${loser.label} with ${other}. A hierarchy has one organization, so they stay two accounts.`,
  )
}

function refusalOfSeats(primary: MergeSide, loser: MergeSide): Refusal | null {
  const [kept, given] = [primary.customer?.seats ?? [], loser.customer?.seats ?? []]
  if (given.length === 0) return null
  const where = given.map(({ hierarchyNumber }) => hierarchyNumber).join(", ")
  if (kept.length === 0) {
    return conflict(
      `${loser.label} signs in to the partner portal (${where}) with ${loser.customer?.email}, and ${primary.label} does not. Swap the two, so that the sign-in stays.`,
    )
  }
  for (const seat of given) {
    if (!kept.some(({ hierarchyId }) => hierarchyId === seat.hierarchyId)) {
      if (!seat.isPending) continue
      return conflict(
        `${loser.label} has not accepted the invitation to ${seat.hierarchyNumber} yet. Wait for that, or let ${thoseWhoMay("member:edit")} remove that user first.`,
      )
    }
    if (seat.removal) return conflict(`${seat.removal.message} Both have a seat in ${seat.hierarchyNumber}, and one of them goes.`)
  }
  return null
}

export type JudgedMerge = {
  kind: MergeKind
  primaryLabel: string
  loserLabel: string
  undoableUntil: Date
  undoneAt: Date | null
  undoneBy: string | null
}

/** How things stand today between the two, as far as taking them apart goes. */
export type Standing = {
  /** The record that stayed; null where it is not there any more. */
  primary: (Owned & { state: LeadState | null }) | null
  /** The merge that builds on this one, as a sentence. */
  later: string | null
  /** The request that the primary took over from the loser, having had none. */
  adopted: string | null
  /** A request that was approved since as a matter of the primary's. */
  approvedSince: string | null
  undoable: { by: string; until: Date } | null
  /** The map that has to carry it to Commerce, where it does not run. */
  stopped: MapKey | null
}

/** Why a merge cannot be taken apart by this person at this hour, or null. */
export function refusalToUnmerge(merge: JudgedMerge, standing: Standing, worker: Worker, now: Date): Refusal | null {
  const { kind, primaryLabel, loserLabel } = merge
  const { primary, later, adopted, approvedSince, stopped } = standing
  const refused = refusalByRole(worker, `${kind}:edit`, `unmerge ${kind}s`)
  if (refused) return refused
  if (merge.undoneAt) return conflict(`${merge.undoneBy} has unmerged this already.`)
  if (now >= merge.undoableUntil)
    return conflict(`A merge can be taken apart for ${unmergeDays} days, and they are over. ${loserLabel} stays a part of ${primaryLabel}.`)
  if (later) return conflict(`${later} Unmerge that first.`)
  if (!primary) return conflict(`${primaryLabel} is not there any more, so nothing can be parted from it.`)
  const owned = refusalByOwner(worker, primary, "unmerge it")
  if (owned) return owned
  if (standing.undoable) return refusalOfWindow({ label: primaryLabel, undoable: standing.undoable })
  if (adopted && primary.state === "qualified")
    return conflict(`The request ${adopted} is decided by the opportunity of ${primaryLabel} now, so the two can no longer be parted.`)
  if (adopted && primary.state === "disqualified")
    return conflict(`The request ${adopted} ended together with ${primaryLabel}, which is Disqualified. Reactivate it first.`)
  if (approvedSince)
    return conflict(`The request ${approvedSince} was approved since, for ${primaryLabel}. Reopen its opportunity before you part the two.`)
  if (stopped)
    return conflict(
      `The map ${tableMaps[stopped].name} does not run, so Commerce cannot follow. ${startsIt()} can start it in Settings, Integration.`,
    )
  return null
}
