import { prospectList } from "@/lib/commerce/prospects/views"
import { streamExport } from "@/lib/exchange/stream-export"
import { staffRoute } from "@/lib/identity/staff-route"
import { wallClock } from "@/lib/platform/clock"
import { readListQuery } from "@/lib/platform/list-query"

export const GET = staffRoute("list:export", (staff, request) => {
  const query = readListQuery(prospectList, Object.fromEntries(new URL(request.url).searchParams))
  return streamExport(staff, { list: "prospects", query, title: prospectList.views[query.view] }, request, wallClock)
})
