import { creditList } from "@/lib/commerce/credit/list/views"
import { exportedView, streamExport } from "@/lib/exchange/stream-export"
import { staffRoute } from "@/lib/identity/staff-route"
import { wallClock } from "@/lib/platform/clock"
import { openList } from "@/lib/views/open-list"

export const GET = staffRoute("list:export", async (staff, request) => {
  const { query, title } = await openList(creditList, staff, exportedView(request))
  return streamExport(staff, { list: "credit", query, title }, request, wallClock)
})
