import type { ListQuery, ListShape } from "../list-query"

export const opportunityViews = {
  "my-open": "My open opportunities",
  open: "Open opportunities",
  won: "Won opportunities",
  lost: "Lost opportunities",
  all: "All opportunities",
} as const

export type OpportunityView = keyof typeof opportunityViews
export type OpportunitySort = "topic" | "revenue" | "close" | "created"
export type OpportunityQuery = ListQuery<OpportunityView, OpportunitySort>

export const opportunityList: ListShape<OpportunityView, OpportunitySort> = {
  path: "/sales/opportunities",
  views: opportunityViews,
  firstView: "open",
  sorts: { topic: "asc", revenue: "desc", close: "asc", created: "desc" },
  firstSort: "created",
  statuses: [],
  hasOwner: true,
}
