import { findOrganizations } from "@/lib/commerce/hierarchies/find-organizations"
import { staffRoute } from "@/lib/identity/staff-route"
import { readSearch } from "@/lib/platform/list-query"

/** Organizations by what was typed, for choosing one as an outlet. */
export const GET = staffRoute("hierarchy:edit", async (_staff, request) => {
  const q = readSearch(Object.fromEntries(new URL(request.url).searchParams))
  return Response.json(await findOrganizations(q, "outlet"))
})
