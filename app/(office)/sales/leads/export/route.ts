import { exportedView, streamExport } from "@/lib/exchange/stream-export"
import { staffRoute } from "@/lib/identity/staff-route"
import { wallClock } from "@/lib/platform/clock"
import { leadList } from "@/lib/sales/leads/views"
import { openList } from "@/lib/views/open-list"

export const GET = staffRoute("list:export", async (staff, request) => {
  const { query, title } = await openList(leadList, staff, exportedView(request))
  return streamExport(staff, { list: "leads", query, title }, request, wallClock)
})
