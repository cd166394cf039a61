import type { ListQuery, ListShape } from "@/lib/platform/list-query"
import { prospectStatuses } from "./rules"

export type ProspectFilter = "status"
export type ProspectSort = "waiting" | "company"
export type ProspectQuery = ListQuery<ProspectFilter, ProspectSort, "all">

/** Waiting ascending is the shortest wait: the newest first. */
export const prospectList: ListShape<ProspectFilter, ProspectSort, "all"> = {
  path: "/commerce/prospects",
  views: { all: "All prospects" },
  firstView: "all",
  filters: { status: Object.keys(prospectStatuses) },
  sorts: { waiting: "asc", company: "asc" },
  firstSort: "waiting",
}
