import type { ListShape } from "@/lib/platform/list-query"
import { letterNames } from "../house-letters"
import { mailStates } from "../rules"

/** Since when mails were written. */
export const mailSince = { day: "24 hours", week: "7 days", month: "30 days", quarter: "90 days" } as const

export const mailList: ListShape<"state" | "letter" | "since", "at", "all"> = {
  path: "/settings/email/log",
  views: { all: "Delivery log" },
  firstView: "all",
  filters: { state: Object.keys(mailStates), letter: letterNames, since: Object.keys(mailSince) },
  sorts: { at: "desc" },
  firstSort: "at",
}
