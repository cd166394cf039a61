import { type Filter, filterText } from "@/lib/platform/filter"

const listed = (path: string, filter: Filter) => `${path}?${new URLSearchParams({ view: "all", f: filterText(filter) })}`

/** The views that list everything that belongs to an account. */
export const allOfAccount = (id: string) => ({
  contacts: listed("/sales/contacts", ["account", "is", id]),
  opportunities: listed("/sales/opportunities", ["account", "is", id]),
  leads: listed("/sales/leads", ["company", "is", id]),
})

/** The views that list everything that belongs to a contact. */
export const allOfContact = (id: string) => ({
  opportunities: listed("/sales/opportunities", ["contact", "is", id]),
  leads: listed("/sales/leads", ["contact", "is", id]),
})
