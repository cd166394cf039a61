import type { ListQuery, WorkShape } from "@/lib/platform/list-query"
import { accountFields } from "./fields"

export type AccountSort = "name" | "country" | "owner" | "created"
export type AccountQuery = ListQuery<never, AccountSort, "all">

export const accountList: WorkShape<AccountSort, "all"> = {
  key: "accounts",
  noun: ["account", "accounts"],
  path: "/sales/accounts",
  views: { all: "Accounts" },
  firstView: "all",
  filters: {},
  sorts: { name: "asc", country: "asc", owner: "asc", created: "desc" },
  firstSort: "name",
  fields: accountFields,
  columns: ["name", "city", "country", "phone", "owner", "customer", "created"],
  groups: ["country", "owner"],
  card: ["city", "country", "owner"],
}
