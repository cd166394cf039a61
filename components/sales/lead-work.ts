import { countryName } from "@/lib/platform/countries"
import { env } from "@/lib/platform/env"
import { fullName } from "@/lib/platform/party"
import type { ContactMatch } from "@/lib/sales/accounts/match-lead"
import type { LeadWork } from "@/lib/sales/leads/get-lead-work"
import type { LeadState } from "@/lib/sales/leads/rules"
import type { Verdict } from "@/lib/sales/matching/matching-rules"
import type { Owner } from "@/lib/sales/owners"
import type { MapKey } from "@/lib/sync/maps"
import { addressLines } from "./address-lines"

type Customer = { customerNumber: string | null }
/** An account that may be the lead's company, beside what the request says. */
export type AccountChoice = Customer & {
  id: string
  name: string
  taxId: string | null
  website: string | null
  phone: string | null
  place: string
  score: number
  verdict: Verdict
  reasons: string[]
}

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
  taxId: string | null
  website: string | null
  phone: string | null
  address: string[]
  accounts: AccountChoice[]
  contacts: ContactMatch[]
  owners: Owner[]
  refusals: LeadWork["refusals"]
  /** Whether deciding the lead decides its prospect, and whether customers are made for its account and contact. */
  doesDecide: boolean
  makesOrganization: boolean
  makesPerson: boolean
  /** How long a decision can be undone. */
  windowSeconds: number
}

export const leadCommands = ["qualify", "disqualify", "assign", "reactivate"] as const
export type LeadCommand = (typeof leadCommands)[number]
export type LeadDialogProps = { work: LeadWorkView; onClose: () => void }

type Around = { viewerId: string; maps: ReadonlySet<MapKey> }

/** The view of a lead for its dialogs. */
export function leadWorkView({ lead, matches, owners, refusals }: LeadWork, { viewerId, maps }: Around): LeadWorkView {
  const { id, state, companyName, email, ownerId, ownerName, prospectNumber, topic, estimatedValue, currency, taxId, website, phone } = lead
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
    taxId,
    website,
    phone,
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
    address: addressLines(lead),
    accounts: (matches?.accounts ?? []).map(({ city, country, ...account }) => ({
      ...account,
      place: [city, country && countryName(country)].filter(Boolean).join(", "),
    })),
    contacts: matches?.contacts ?? [],
    doesDecide: maps.has("opportunities_prospects"),
    makesOrganization: maps.has("accounts_customers"),
    makesPerson: maps.has("contacts_customers"),
  }
}
