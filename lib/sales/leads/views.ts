import type { ListQuery, ListShape } from "../list-query"
import { leadStatusReasons } from "./rules"

export const leadViews = {
  commerce: "All commerce B2B leads",
  "my-open": "My open leads",
  open: "Open leads",
  closed: "Closed leads",
  all: "All leads",
} as const

export type LeadView = keyof typeof leadViews
export type LeadSort = "company" | "contact" | "country" | "status" | "rating" | "owner" | "created"
export type LeadQuery = ListQuery<LeadView, LeadSort>

export const leadList: ListShape<LeadView, LeadSort> = {
  path: "/sales/leads",
  views: leadViews,
  firstView: "commerce",
  sorts: { company: "asc", contact: "asc", country: "asc", status: "asc", rating: "asc", owner: "asc", created: "desc" },
  firstSort: "created",
  statuses: Object.keys(leadStatusReasons),
  hasOwner: true,
}

/** Ratings as people read them. */
export const ratings = { hot: "Hot", warm: "Warm", cold: "Cold" } as const
