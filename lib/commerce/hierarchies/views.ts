import type { ListQuery, ListShape } from "@/lib/platform/list-query"

export type HierarchySort = "created" | "name"
export type HierarchyQuery = ListQuery<never, HierarchySort>

export const hierarchyList: ListShape<never, HierarchySort> = {
  path: "/commerce/hierarchies",
  filters: {},
  sorts: { created: "desc", name: "asc" },
  firstSort: "created",
}
