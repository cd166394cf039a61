import type { ListQuery, ListShape } from "../list-query"

export type AccountSort = "name" | "created"
export type AccountQuery = ListQuery<"all", AccountSort>

export const accountList: ListShape<"all", AccountSort> = {
  path: "/sales/accounts",
  views: { all: "Accounts" },
  firstView: "all",
  sorts: { name: "asc", created: "desc" },
  firstSort: "name",
  statuses: [],
  hasOwner: false,
}
