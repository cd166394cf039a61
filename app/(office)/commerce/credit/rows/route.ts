import { creditSource } from "@/lib/commerce/credit/list/credit-source"
import { creditList } from "@/lib/commerce/credit/list/views"
import { staffRoute } from "@/lib/identity/staff-route"
import { answerRows } from "@/lib/platform/list-answer"
import { openQuery } from "@/lib/views/open-list"

export const GET = staffRoute(
  "credit:read",
  answerRows(creditSource, (staff, params) => openQuery(creditList, staff, params)),
)
