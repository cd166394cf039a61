import { staffRoute } from "@/lib/identity/staff-route"
import { notFound } from "@/lib/platform/errors"
import { getRunProgress } from "@/lib/sales/rule-sets/queries"

/** How far work over many leads or prospects has come. */
export const GET = staffRoute("settings:read", async (_staff, _request, { id = "" }) => {
  const run = await getRunProgress(id)
  if (!run) throw notFound("run")
  return Response.json(run)
})
