import { getImport } from "@/lib/exchange/import/queries"
import { staffRoute } from "@/lib/identity/staff-route"
import { notFound } from "@/lib/platform/errors"

/** How far an import has come. */
export const GET = staffRoute("lead:import", async (_staff, _request, { id = "" }) => {
  const run = await getImport(id)
  if (!run) throw notFound("import")
  const { state, through, rowCount } = run
  return Response.json({ state, through, rowCount })
})
