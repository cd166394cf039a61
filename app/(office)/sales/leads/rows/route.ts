import { staffRoute } from "@/lib/identity/staff-route"
import { answerRows } from "@/lib/platform/list-answer"
import { leadSource } from "@/lib/sales/leads/lead-source"
import { leadList } from "@/lib/sales/leads/views"
import { openQuery } from "@/lib/views/open-list"

export const GET = staffRoute(
  "lead:read",
  answerRows(leadSource, (staff, params) => openQuery(leadList, staff, params)),
)
