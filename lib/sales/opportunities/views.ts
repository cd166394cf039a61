import type { ListQuery, WorkShape } from "@/lib/platform/list-query"
import { opportunityFields } from "./fields"

export const opportunityViews = {
  "my-open": "My open opportunities",
  open: "Open opportunities",
  won: "Won opportunities",
  lost: "Lost opportunities",
  all: "All opportunities",
} as const

export type OpportunityView = keyof typeof opportunityViews
export type OpportunitySort = "topic" | "revenue" | "close" | "created"
export type OpportunityQuery = ListQuery<"owner", OpportunitySort, OpportunityView>

export const opportunityList: WorkShape<"owner", OpportunitySort, OpportunityView> = {
  key: "opportunities",
  path: "/sales/opportunities",
  views: opportunityViews,
  firstView: "open",
  filters: { owner: "person" },
  sorts: { topic: "asc", revenue: "desc", close: "asc", created: "desc" },
  firstSort: "created",
  fields: opportunityFields,
  columns: ["topic", "account", "status", "stage", "revenue", "closeDate", "owner", "created"],
  groups: ["stage", "status", "owner", "rating"],
}
