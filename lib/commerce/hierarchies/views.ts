import type { ListQuery, WorkShape } from "@/lib/platform/list-query"
import { hierarchyFields } from "./fields"

export type HierarchySort = "created" | "name" | "members"
export type HierarchyView = "all" | "drifting" | "suspended" | "unattended"
export type HierarchyQuery = ListQuery<never, HierarchySort, HierarchyView>

export const hierarchyList: WorkShape<HierarchySort, HierarchyView> = {
  key: "hierarchies",
  noun: ["customer hierarchy", "customer hierarchies"],
  path: "/commerce/hierarchies",
  views: {
    all: "Customer hierarchies",
    drifting: "Hierarchies that drift",
    suspended: "Suspended hierarchies",
    unattended: "Hierarchies without an active Admin",
  },
  firstView: "all",
  filters: {},
  sorts: { created: "desc", name: "asc", members: "desc" },
  firstSort: "created",
  fields: hierarchyFields,
  columns: ["name", "number", "status", "organization", "channels", "members", "admins", "created"],
  groups: ["status", "channels"],
  card: ["number", "organization", "channels", "members"],
}
