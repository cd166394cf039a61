import type { ListQuery, ListShape } from "@/lib/platform/list-query"

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

export const opportunityList: ListShape<"owner", OpportunitySort, OpportunityView> = {
  path: "/sales/opportunities",
  views: opportunityViews,
  firstView: "open",
  filters: { owner: "person" },
  sorts: { topic: "asc", revenue: "desc", close: "asc", created: "desc" },
  firstSort: "created",
}
