import type { CustomerStatus } from "@/lib/commerce/customers/rules"
import type { OpportunityState, Stage } from "@/lib/sales/opportunities/rules"
import type { MapKey } from "../maps"
import type { Mapping, Values } from "./mapping"

type Known = { id: string; version: number; values: Values /** Made in this transaction. */; isNew: boolean }

export type KnownAccount = Known & { customerId: string | null }
export type KnownContact = Known & { customerId: string | null; accountId: string | null }
/** `number` is null while the customer is only planned; `signsIn` where a user of the partner portal is known by its address. */
export type KnownCustomer = Known & { number: string | null; status: CustomerStatus; salesId: string | null; signsIn: boolean }
export type KnownOpportunity = {
  id: string
  version: number
  topic: string
  accountId: string
  state: OpportunityState
  stage: Stage
  ownerId: string | null
  ownerName: string | null
}

/** What stands on both sides of what a conversion would make, as far as it matters. */
export type World = {
  mapping: Mapping
  maps: ReadonlySet<MapKey>
  accounts: ReadonlyMap<string, KnownAccount>
  contacts: ReadonlyMap<string, KnownContact>
  customers: ReadonlyMap<string, KnownCustomer>
  opportunities: ReadonlyMap<string, KnownOpportunity>
  /** Who has an address already, by the address: the contact, and the customer of type Person. */
  contactByEmail: ReadonlyMap<string, string>
  personByEmail: ReadonlyMap<string, string>
}
