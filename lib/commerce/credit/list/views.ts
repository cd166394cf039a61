import type { ListQuery, WorkShape } from "@/lib/platform/list-query"
import { creditFields, nearLimit } from "./fields"

export type CreditSort = "share" | "organization" | "review"
export type CreditView = "all" | "near" | "over" | "review" | "asked" | "waiting" | "refused" | "off"
export type CreditQuery = ListQuery<never, CreditSort, CreditView>

export const creditList: WorkShape<CreditSort, CreditView> = {
  key: "credit",
  noun: ["organization", "organizations"],
  path: "/commerce/credit",
  views: {
    all: "All organizations with credit",
    near: `Over ${nearLimit} % used`,
    over: "Over the limit",
    review: "Review due",
    asked: "Asked for credit",
    waiting: "Waiting for a second person",
    refused: "Refused in the last 7 days",
    off: "Not on account",
  },
  firstView: "all",
  filters: {},
  sorts: { share: "desc", organization: "asc", review: "asc" },
  firstSort: "share",
  fields: creditFields,
  columns: ["organization", "number", "status", "share", "limit", "used", "left", "type", "review"],
  groups: ["status", "type"],
  card: ["number", "share", "left"],
}
