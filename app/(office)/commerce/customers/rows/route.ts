import { customerSource } from "@/lib/commerce/customers/customer-source"
import { customerList } from "@/lib/commerce/customers/views"
import { staffRoute } from "@/lib/identity/staff-route"
import { answerRows } from "@/lib/platform/list-answer"
import { openQuery } from "@/lib/views/open-list"

export const GET = staffRoute(
  "customer:read",
  answerRows(customerSource, (staff, params) => openQuery(customerList, staff, params)),
)
