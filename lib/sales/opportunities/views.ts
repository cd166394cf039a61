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
export type OpportunitySort =
  | "topic"
  | "status"
  | "stage"
  | "inStage"
  | "revenue"
  | "probability"
  | "close"
  | "owner"
  | "created"
  | "closed"
export type OpportunityQuery = ListQuery<never, OpportunitySort, OpportunityView>

export const opportunityList: WorkShape<OpportunitySort, OpportunityView> = {
  key: "opportunities",
  noun: ["opportunity", "opportunities"],
  path: "/sales/opportunities",
  views: opportunityViews,
  firstView: "open",
  filters: {},
  sorts: {
    topic: "asc",
    status: "asc",
    stage: "asc",
    inStage: "asc",
    revenue: "desc",
    probability: "desc",
    close: "asc",
    owner: "asc",
    created: "desc",
    closed: "desc",
  },
  sortsIn: { inStage: ["my-open", "open"], closed: ["won", "lost", "all"] },
  firstSort: "created",
  fields: opportunityFields,
  columns: ["topic", "account", "status", "stage", "revenue", "closeDate", "owner", "created"],
  groups: ["stage", "status", "owner", "rating"],
  card: ["account", "owner", "rating", "revenue", "inStage"],
}
