import type { ListQuery, WorkShape } from "@/lib/platform/list-query"
import { prospectFields } from "./fields"
import { prospectStatuses } from "./rules"

export type ProspectFilter = "status"
export type ProspectSort = "waiting" | "company"
export type ProspectQuery = ListQuery<ProspectFilter, ProspectSort, "all">

/** Waiting ascending is the shortest wait: the newest first. */
export const prospectList: WorkShape<ProspectFilter, ProspectSort, "all"> = {
  key: "prospects",
  path: "/commerce/prospects",
  views: { all: "All prospects" },
  firstView: "all",
  filters: { status: Object.keys(prospectStatuses) },
  sorts: { waiting: "asc", company: "asc" },
  firstSort: "waiting",
  fields: prospectFields,
  columns: ["company", "number", "requestor", "country", "status", "waiting", "target", "sales"],
  groups: ["status", "country"],
}
