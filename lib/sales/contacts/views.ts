import type { ListQuery, ListShape } from "@/lib/platform/list-query"

export type ContactSort = "name" | "created"
export type ContactQuery = ListQuery<never, ContactSort, "all">

export const contactList: ListShape<never, ContactSort, "all"> = {
  path: "/sales/contacts",
  views: { all: "Contacts" },
  firstView: "all",
  filters: {},
  sorts: { name: "asc", created: "desc" },
  firstSort: "name",
}
