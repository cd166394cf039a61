import { foreseeOverride } from "@/lib/commerce/side-by-side/foresee-override"
import { staffRoute } from "@/lib/identity/staff-route"
import { notFound } from "@/lib/platform/errors"

/** What Override would copy from the first Admin to everybody else, of all that can be copied. */
export const GET = staffRoute("hierarchy:edit", async (_staff, _request, { id = "" }) => {
  const foreseen = await foreseeOverride(id)
  if (!foreseen) throw notFound("customer hierarchy")
  return Response.json(foreseen)
})
