import type { ListQuery, ListShape } from "@/lib/platform/list-query"

export type AccountSort = "name" | "created"
export type AccountQuery = ListQuery<never, AccountSort, "all">

export const accountList: ListShape<never, AccountSort, "all"> = {
  path: "/sales/accounts",
  views: { all: "Accounts" },
  firstView: "all",
  filters: {},
  sorts: { name: "asc", created: "desc" },
  firstSort: "name",
}
