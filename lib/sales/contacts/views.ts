import type { ListQuery, ListShape } from "../list-query"

export type ContactSort = "name" | "created"
export type ContactQuery = ListQuery<"all", ContactSort>

export const contactList: ListShape<"all", ContactSort> = {
  path: "/sales/contacts",
  views: { all: "Contacts" },
  firstView: "all",
  sorts: { name: "asc", created: "desc" },
  firstSort: "name",
  statuses: [],
  hasOwner: false,
}
