import { streamExport } from "@/lib/exchange/stream-export"
import { staffRoute } from "@/lib/identity/staff-route"
import { wallClock } from "@/lib/platform/clock"
import { readListQuery } from "@/lib/platform/list-query"
import { accountList } from "@/lib/sales/accounts/views"

export const GET = staffRoute("list:export", (staff, request) => {
  const query = readListQuery(accountList, Object.fromEntries(new URL(request.url).searchParams))
  return streamExport(staff, { list: "accounts", query, title: accountList.views[query.view] }, request, wallClock)
})
