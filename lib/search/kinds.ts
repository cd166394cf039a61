/** The kinds of record that the search knows, in the order in which they are shown, with their words and the list that shows all of what was found. */
export const searchedKinds = {
  lead: { one: "Lead", many: "Leads", list: "/sales/leads?view=all" },
  opportunity: { one: "Opportunity", many: "Opportunities", list: "/sales/opportunities?view=all" },
  account: { one: "Account", many: "Accounts", list: "/sales/accounts?view=all" },
  contact: { one: "Contact", many: "Contacts", list: "/sales/contacts?view=all" },
  prospect: { one: "Prospect", many: "Prospects", list: "/commerce/prospects?view=all" },
  customer: { one: "Customer", many: "Customers", list: "/commerce/customers?view=all" },
  hierarchy: { one: "Customer hierarchy", many: "Customer hierarchies", list: "/commerce/hierarchies?view=all" },
} as const

export type SearchedKind = keyof typeof searchedKinds

export const searchKinds = Object.keys(searchedKinds) as SearchedKind[]

/** A record that was found. `state` is its status as a code, empty where it has none. */
export type Hit = { kind: SearchedKind; id: string; title: string; sub: string; state: string; rank: number }

/** The list of a kind, searched for the same text. */
export const listOf = (kind: SearchedKind, q: string): string => `${searchedKinds[kind].list}&${new URLSearchParams({ q })}`

export const isSearchedKind = (kind: string): kind is SearchedKind => Object.hasOwn(searchedKinds, kind)
