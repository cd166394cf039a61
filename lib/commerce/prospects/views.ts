import type { ListQuery, WorkShape } from "@/lib/platform/list-query"
import { prospectFields } from "./fields"

export const prospectViews = { all: "All prospects", mine: "Mine", unassigned: "Unassigned" } as const

export type ProspectView = keyof typeof prospectViews
export type ProspectSort = "waiting" | "company" | "owner" | "decision"
export type ProspectQuery = ListQuery<never, ProspectSort, ProspectView>

/** Waiting ascending is the shortest wait: the newest first. */
export const prospectList: WorkShape<ProspectSort, ProspectView> = {
  key: "prospects",
  noun: ["prospect", "prospects"],
  path: "/commerce/prospects",
  views: prospectViews,
  firstView: "all",
  filters: {},
  sorts: { waiting: "asc", company: "asc", owner: "asc", decision: "asc" },
  firstSort: "waiting",
  /** Whoever looks at Mine or Unassigned sees one owner, or none. */
  sortsIn: { owner: ["all"] },
  fields: prospectFields,
  columns: ["company", "number", "requestor", "country", "status", "owner", "waiting", "decisionDue", "sales"],
  groups: ["status", "decisionState", "owner", "country", "channel"],
  card: ["requestor", "owner", "country", "waiting", "decisionDue"],
}
