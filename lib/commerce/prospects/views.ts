import type { ListQuery, WorkShape } from "@/lib/platform/list-query"
import { prospectFields } from "./fields"

export type ProspectSort = "waiting" | "company"
export type ProspectQuery = ListQuery<never, ProspectSort, "all">

/** Waiting ascending is the shortest wait: the newest first. */
export const prospectList: WorkShape<ProspectSort, "all"> = {
  key: "prospects",
  noun: ["prospect", "prospects"],
  path: "/commerce/prospects",
  views: { all: "All prospects" },
  firstView: "all",
  filters: {},
  sorts: { waiting: "asc", company: "asc" },
  firstSort: "waiting",
  fields: prospectFields,
  columns: ["company", "number", "requestor", "country", "status", "waiting", "target", "sales"],
  groups: ["status", "country"],
  card: ["requestor", "country", "waiting"],
}
