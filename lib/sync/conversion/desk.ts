import type { Verdict } from "@/lib/sales/matching/matching-rules"
import type { Worker } from "@/lib/sales/worker"
import type { MapKey } from "../maps"
import type { Mapping } from "./mapping"
import type { LeadToPlan } from "./plan"
import type { KnownAccount, KnownContact, KnownCustomer, KnownOpportunity, World } from "./world"

/** An account that may be the lead's company, with the reasons in words; the world knows the rest of it. */
export type AccountCandidate = { id: string; verdict: Verdict; reasons: string[]; since: number }
/** A contact that may be the lead's person: because of the same email, or as one who works at an account that matches (`verdict` null). */
export type ContactCandidate = { id: string; verdict: Verdict | null; reasons: string[] }

/** Everything that the decision desk plans with, as it stood at `seenAt`; plain values that travel as JSON. */
export type DeskView = {
  lead: LeadToPlan
  seenAt: string
  worker: Worker
  mapping: Mapping
  maps: MapKey[]
  known: { accounts: KnownAccount[]; contacts: KnownContact[]; customers: KnownCustomer[]; opportunities: KnownOpportunity[] }
  byEmail: { contacts: [string, string][]; people: [string, string][] }
  accounts: AccountCandidate[]
  contacts: ContactCandidate[]
}

const byId = <Known extends { id: string }>(list: readonly Known[]): Map<string, Known> => new Map(list.map((one) => [one.id, one]))

/** The world as the desk knows it, to plan in the browser what the command will plan again. */
export const worldOf = ({ mapping, maps, known, byEmail }: DeskView): World => ({
  mapping,
  maps: new Set(maps),
  accounts: byId(known.accounts),
  contacts: byId(known.contacts),
  customers: byId(known.customers),
  opportunities: byId(known.opportunities),
  contactByEmail: new Map(byEmail.contacts),
  personByEmail: new Map(byEmail.people),
})
