import type { ListQuery, WorkShape } from "@/lib/platform/list-query"
import { leadFields } from "./fields"

export const leadViews = {
  commerce: "All commerce B2B leads",
  "my-open": "My open leads",
  open: "Open leads",
  closed: "Closed leads",
  escalated: "Escalated",
  all: "All leads",
} as const

export type LeadView = keyof typeof leadViews
export type LeadSort =
  | "company"
  | "contact"
  | "country"
  | "status"
  | "rating"
  | "score"
  | "owner"
  | "source"
  | "value"
  | "created"
  | "closed"
  | "response"
  | "decision"
export type LeadQuery = ListQuery<never, LeadSort, LeadView>

/** The system views stand as they are: people copy them, nobody changes them. */
export const leadList: WorkShape<LeadSort, LeadView> = {
  key: "leads",
  noun: ["lead", "leads"],
  path: "/sales/leads",
  views: leadViews,
  firstView: "commerce",
  filters: {},
  sorts: {
    company: "asc",
    contact: "asc",
    country: "asc",
    status: "asc",
    rating: "asc",
    score: "desc",
    owner: "asc",
    source: "asc",
    value: "desc",
    created: "desc",
    closed: "desc",
    response: "asc",
    decision: "asc",
  },
  firstSort: "created",
  sortsIn: { closed: ["commerce", "closed", "all"] },
  fields: leadFields,
  columns: ["company", "contact", "status", "rating", "owner", "responseDue", "decisionDue"],
  groups: ["status", "rating", "grade", "owner", "source", "country", "responseState", "decisionState"],
  card: ["contact", "owner", "rating", "score", "value", "waiting", "responseDue", "decisionDue"],
}
