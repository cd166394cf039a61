import { defaultMapping, type Values } from "./mapping"
import type { LeadToPlan } from "./plan"
import type { KnownAccount, KnownContact, KnownCustomer, KnownOpportunity, World } from "./world"

/** A lead as conversions plan with it; whatever matters to the caller is given. */
export const aLeadToPlan = (given: Values = {}): LeadToPlan => ({
  id: "lead",
  version: 1,
  email: given.email === undefined ? "ana@atlantico.example" : given.email,
  values: {
    company: "Atlântico Náutica, Lda.",
    firstName: "Ana",
    lastName: "Silva",
    email: "ana@atlantico.example",
    phone: "+351210000001",
    website: "https://atlantico.example",
    taxId: "509218447",
    street: "Rua do Porto 114",
    city: "Setúbal",
    postalCode: "2900-213",
    country: "PT",
    language: "pt",
    topic: "Partner request",
    rating: "warm",
    value: "45000.00",
    ...given,
  },
})

export const anAccount = (given: Partial<KnownAccount> = {}): KnownAccount => ({
  id: "account",
  version: 3,
  customerId: null,
  isNew: false,
  values: { name: "Atlantico Nautica", phone: "+351210000099", street: "Avenida 300", city: "Setúbal", country: "PT" },
  ...given,
})

export const aContact = (given: Partial<KnownContact> = {}): KnownContact => ({
  id: "contact",
  version: 2,
  customerId: null,
  accountId: "account",
  isNew: false,
  values: { firstName: "Rui", lastName: "Costa", email: "rui@atlantico.example", language: "pt" },
  ...given,
})

export const aCustomer = (given: Partial<KnownCustomer> = {}): KnownCustomer => ({
  id: "customer",
  version: 5,
  number: "CUS-000087",
  status: "active",
  salesId: null,
  signsIn: false,
  isNew: false,
  values: {},
  ...given,
})

export const aDeal = (given: Partial<KnownOpportunity> = {}): KnownOpportunity => ({
  id: "deal",
  version: 4,
  topic: "Ropes",
  accountId: "account",
  state: "open",
  stage: "propose",
  ownerId: null,
  ownerName: null,
  ...given,
})

type Standing = {
  accounts?: KnownAccount[]
  contacts?: KnownContact[]
  customers?: KnownCustomer[]
  opportunities?: KnownOpportunity[]
  people?: Record<string, string>
}

const byId = <Known extends { id: string }>(list: Known[] = []) => new Map(list.map((one) => [one.id, one]))

/** A world with all maps running, in which only what is given stands. */
export const aWorld = (
  { accounts, contacts, customers, opportunities, people = {} }: Standing = {},
  given: Partial<World> = {},
): World => ({
  mapping: defaultMapping,
  maps: new Set(["prospects_leads", "accounts_customers", "contacts_customers", "opportunities_prospects"]),
  accounts: byId(accounts),
  contacts: byId(contacts),
  customers: byId(customers),
  opportunities: byId(opportunities),
  contactByEmail: new Map((contacts ?? []).flatMap(({ id, values: { email } }) => (email ? [[email, id]] : []))),
  personByEmail: new Map(Object.entries(people)),
  ...given,
})

export const createEverything = {
  account: { make: "create" },
  contact: { make: "create" },
  opportunity: { make: "create", opportunities: [{ topic: null, estimatedRevenue: null }] },
} as const

/** The choice of a record that exists, with its picks. */
export const use = (id: string, picks: string[] = [], version: number | null = null) => ({ make: "use" as const, id, picks, version })
