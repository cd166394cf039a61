import type { ListQuery, WorkShape } from "@/lib/platform/list-query"
import { contactFields } from "./fields"

export type ContactSort = "name" | "owner" | "created"
export type ContactQuery = ListQuery<never, ContactSort, "all">

export const contactList: WorkShape<ContactSort, "all"> = {
  key: "contacts",
  noun: ["contact", "contacts"],
  path: "/sales/contacts",
  views: { all: "Contacts" },
  firstView: "all",
  filters: {},
  sorts: { name: "asc", owner: "asc", created: "desc" },
  firstSort: "name",
  fields: contactFields,
  columns: ["name", "account", "jobTitle", "email", "phone", "customer", "created"],
  groups: ["owner"],
  card: ["account", "email", "owner"],
}
