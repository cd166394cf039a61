import { staffRoute } from "@/lib/identity/staff-route"
import { answerRows } from "@/lib/platform/list-answer"
import { opportunitySource } from "@/lib/sales/opportunities/opportunity-source"
import { opportunityList } from "@/lib/sales/opportunities/views"
import { openQuery } from "@/lib/views/open-list"

export const GET = staffRoute(
  "opportunity:read",
  answerRows(opportunitySource, (staff, params) => openQuery(opportunityList, staff, params)),
)
