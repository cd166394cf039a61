import type { ListQuery, WorkShape } from "@/lib/platform/list-query"
import { customerFields } from "./fields"

export type CustomerSort = "created" | "name"
export type CustomerView = "all" | "organizations" | "persons" | "administrators" | "provisional" | "hold" | "archived"
export type CustomerQuery = ListQuery<never, CustomerSort, CustomerView>

// A customer's hierarchies are many: they stand on the record, and in the list of hierarchies.
const { hierarchy: _, ...listed } = customerFields

export const customerListFields = listed
export type CustomerListField = keyof typeof customerListFields

export const customerList: WorkShape<CustomerSort, CustomerView> = {
  key: "customers",
  noun: ["customer", "customers"],
  path: "/commerce/customers",
  views: {
    all: "Customers",
    organizations: "Organizations",
    persons: "Persons",
    administrators: "B2B administrators",
    provisional: "Provisional customers",
    hold: "Customers on hold",
    archived: "Archived customers",
  },
  firstView: "all",
  filters: {},
  sorts: { created: "desc", name: "asc" },
  firstSort: "created",
  fields: customerListFields,
  columns: ["name", "number", "type", "status", "email", "organization", "channels", "created"],
  groups: ["type", "status", "channels", "hold", "country"],
  card: ["number", "email", "country"],
}
