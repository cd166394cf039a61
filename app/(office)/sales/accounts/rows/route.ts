import { staffRoute } from "@/lib/identity/staff-route"
import { answerRows } from "@/lib/platform/list-answer"
import { accountSource } from "@/lib/sales/accounts/account-source"

export const GET = staffRoute("account:read", answerRows(accountSource))
