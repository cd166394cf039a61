import { streamExport } from "@/lib/exchange/stream-export"
import { staffRoute } from "@/lib/identity/staff-route"
import { wallClock } from "@/lib/platform/clock"
import { readListQuery } from "@/lib/platform/list-query"
import { leadList } from "@/lib/sales/leads/views"

export const GET = staffRoute("list:export", (staff, request) => {
  const query = readListQuery(leadList, Object.fromEntries(new URL(request.url).searchParams))
  return streamExport(staff, { list: "leads", query, title: leadList.views[query.view] }, request, wallClock)
})
