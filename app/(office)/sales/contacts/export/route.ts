import { streamExport } from "@/lib/exchange/stream-export"
import { staffRoute } from "@/lib/identity/staff-route"
import { wallClock } from "@/lib/platform/clock"
import { readListQuery } from "@/lib/platform/list-query"
import { contactList } from "@/lib/sales/contacts/views"

export const GET = staffRoute("list:export", (staff, request) => {
  const query = readListQuery(contactList, Object.fromEntries(new URL(request.url).searchParams))
  return streamExport(staff, { list: "contacts", query, title: contactList.views[query.view] }, request, wallClock)
})
