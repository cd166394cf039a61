import { prospectList } from "@/lib/commerce/prospects/views"
import { exportedView, streamExport } from "@/lib/exchange/stream-export"
import { staffRoute } from "@/lib/identity/staff-route"
import { wallClock } from "@/lib/platform/clock"
import { openList } from "@/lib/views/open-list"

export const GET = staffRoute("list:export", async (staff, request) => {
  const { query, title } = await openList(prospectList, staff, exportedView(request))
  return streamExport(staff, { list: "prospects", query, title }, request, wallClock)
})
