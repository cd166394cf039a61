import { type Filter, filterText } from "@/lib/platform/filter"

const listed = (path: string, filter: Filter) => `${path}?${new URLSearchParams({ view: "all", f: filterText(filter) })}`

/** The views that list everything that belongs to an account, by its name. */
export const allOfAccount = (name: string) => ({
  contacts: listed("/sales/contacts", ["account", "is", name]),
  opportunities: listed("/sales/opportunities", ["account", "is", name]),
  leads: listed("/sales/leads", ["company", "is", name]),
})

/** The view that lists every opportunity of a contact. */
export const allOfContact = (name: string) => ({ opportunities: listed("/sales/opportunities", ["contact", "is", name]), leads: undefined })
