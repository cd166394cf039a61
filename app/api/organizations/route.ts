import { z } from "zod"
import { findOrganizations } from "@/lib/commerce/hierarchies/find-organizations"
import { staffRoute } from "@/lib/identity/staff-route"
import { readSearch } from "@/lib/platform/list-query"

const Part = z.enum(["outlet", "person"]).catch("outlet")

/** Organizations by what was typed, for choosing one as an outlet or for a person. */
export const GET = staffRoute("customer:edit", async (_staff, request) => {
  const params = Object.fromEntries(new URL(request.url).searchParams)
  return Response.json(await findOrganizations(readSearch(params), Part.parse(params.for)))
})
