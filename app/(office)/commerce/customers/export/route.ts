import { customerList } from "@/lib/commerce/customers/views"
import { exportedView, streamExport } from "@/lib/exchange/stream-export"
import { staffRoute } from "@/lib/identity/staff-route"
import { wallClock } from "@/lib/platform/clock"
import { openList } from "@/lib/views/open-list"

export const GET = staffRoute("list:export", async (staff, request) => {
  const { query, title } = await openList(customerList, staff, exportedView(request))
  return streamExport(staff, { list: "customers", query, title }, request, wallClock)
})
