import type { ListQuery, ListShape } from "@/lib/platform/list-query"

export type HierarchySort = "created" | "name"
export type HierarchyQuery = ListQuery<never, HierarchySort, "all">

export const hierarchyList: ListShape<never, HierarchySort, "all"> = {
  path: "/commerce/hierarchies",
  views: { all: "Customer hierarchies" },
  firstView: "all",
  filters: {},
  sorts: { created: "desc", name: "asc" },
  firstSort: "created",
}
