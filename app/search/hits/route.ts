import { staffRoute } from "@/lib/identity/staff-route"
import { readSearch } from "@/lib/platform/list-query"
import { searchRecords } from "@/lib/search/search-records"

export const dynamic = "force-dynamic"

const mostOfAKind = 5

/** The records that the palette offers for `?q=`. */
export const GET = staffRoute("home:read", async (staff, request) => {
  const q = new URL(request.url).searchParams.get("q") ?? ""
  return Response.json({ hits: await searchRecords(staff, readSearch({ q }), mostOfAKind) })
})
