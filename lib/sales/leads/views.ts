import type { ListQuery, ListShape } from "@/lib/platform/list-query"
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
export type LeadFilter = "status" | "owner"
export type LeadQuery = ListQuery<LeadFilter, LeadSort, LeadView>

export const leadList: ListShape<LeadFilter, LeadSort, LeadView> = {
  path: "/sales/leads",
  views: leadViews,
  firstView: "commerce",
  filters: { status: Object.keys(leadStatusReasons), owner: "person" },
  sorts: { company: "asc", contact: "asc", country: "asc", status: "asc", rating: "asc", owner: "asc", created: "desc" },
  firstSort: "created",
}
