import { env } from "@/lib/platform/env"
import { fullName } from "@/lib/platform/party"
import type { LeadWork } from "@/lib/sales/leads/get-lead-work"
import type { LeadState } from "@/lib/sales/leads/rules"
import type { Owner } from "@/lib/sales/owners"
import type { DeskView } from "@/lib/sync/conversion/desk"
import type { MapKey } from "@/lib/sync/maps"

/** What the dialogs of a lead need to know of it: plain words and ids. */
export type LeadWorkView = {
  id: string
  state: LeadState
  companyName: string
  personName: string
  email: string | null
  ownerId: string | null
  ownerName: string | null
  viewerId: string
  prospectNumber: string | null
  submitted: string
  isConfirmed: boolean
  topic: string
  estimatedValue: number | null
  currency: string
  /** What the decision desk plans with; null where the lead cannot be qualified. */
  desk: DeskView | null
  owners: Owner[]
  refusals: LeadWork["refusals"]
  /** Whether deciding the lead decides its prospect. */
  doesDecide: boolean
  /** How long a decision can be undone. */
  windowSeconds: number
}

export const leadCommands = ["qualify", "disqualify", "assign", "reactivate"] as const
export type LeadCommand = (typeof leadCommands)[number]
export type LeadDialogProps = { work: LeadWorkView; onClose: () => void }

type Around = { viewerId: string; maps: ReadonlySet<MapKey>; desk: DeskView | null }

/** The view of a lead for its dialogs. */
export function leadWorkView({ lead, owners, refusals }: LeadWork, { viewerId, maps, desk }: Around): LeadWorkView {
  const { id, state, companyName, email, ownerId, ownerName, prospectNumber, topic, estimatedValue, currency } = lead
  const known = {
    id,
    state,
    companyName,
    email,
    ownerId,
    ownerName,
    prospectNumber,
    topic,
    estimatedValue,
    currency,
  }
  return {
    ...known,
    viewerId,
    owners,
    refusals,
    windowSeconds: env().SEND_WINDOW_SECONDS,
    personName: fullName(lead),
    submitted: lead.createdAt.toISOString(),
    isConfirmed: lead.emailConfirmedAt !== null,
    desk,
    doesDecide: maps.has("opportunities_prospects"),
  }
}
