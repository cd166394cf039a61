import { prospectSource } from "@/lib/commerce/prospects/prospect-source"
import { prospectList } from "@/lib/commerce/prospects/views"
import { staffRoute } from "@/lib/identity/staff-route"
import { answerRows } from "@/lib/platform/list-answer"
import { openQuery } from "@/lib/views/open-list"

export const GET = staffRoute(
  "prospect:read",
  answerRows(prospectSource, (staff, params) => openQuery(prospectList, staff, params)),
)
