import { staffRoute } from "@/lib/identity/staff-route"
import { answerRows } from "@/lib/platform/list-answer"
import { accountSource } from "@/lib/sales/accounts/account-source"
import { accountList } from "@/lib/sales/accounts/views"
import { openQuery } from "@/lib/views/open-list"

export const GET = staffRoute(
  "account:read",
  answerRows(accountSource, (staff, params) => openQuery(accountList, staff, params)),
)
