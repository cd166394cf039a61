import type { ListQuery, ListShape } from "@/lib/platform/list-query"
import { customerStatuses, customerTypes } from "./rules"

export type CustomerFilter = "type" | "status"
export type CustomerSort = "created" | "name"
export type CustomerQuery = ListQuery<CustomerFilter, CustomerSort, "all">

export const customerList: ListShape<CustomerFilter, CustomerSort, "all"> = {
  path: "/commerce/customers",
  views: { all: "Customers" },
  firstView: "all",
  filters: { type: Object.keys(customerTypes), status: Object.keys(customerStatuses) },
  sorts: { created: "desc", name: "asc" },
  firstSort: "created",
}
