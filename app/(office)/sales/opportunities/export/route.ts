import { streamExport } from "@/lib/exchange/stream-export"
import { staffRoute } from "@/lib/identity/staff-route"
import { wallClock } from "@/lib/platform/clock"
import { readListQuery } from "@/lib/platform/list-query"
import { opportunityList } from "@/lib/sales/opportunities/views"

export const GET = staffRoute("list:export", (staff, request) => {
  const query = readListQuery(opportunityList, Object.fromEntries(new URL(request.url).searchParams))
  return streamExport(staff, { list: "opportunities", query, title: opportunityList.views[query.view] }, request, wallClock)
})
