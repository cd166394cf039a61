import { streamExport } from "@/lib/exchange/stream-export"
import { staffRoute } from "@/lib/identity/staff-route"
import { wallClock } from "@/lib/platform/clock"
import { contactList } from "@/lib/sales/contacts/views"
import { openList } from "@/lib/views/open-list"

export const GET = staffRoute("list:export", async (staff, request) => {
  const { query, title } = await openList(contactList, staff, Object.fromEntries(new URL(request.url).searchParams))
  return streamExport(staff, { list: "contacts", query, title }, request, wallClock)
})
