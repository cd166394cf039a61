import { bulkLists } from "@/lib/bulk/kinds"
import { countMatching } from "@/lib/bulk/queries"
import { staffRoute } from "@/lib/identity/staff-route"
import { notFound } from "@/lib/platform/errors"

/** How many records of `?list=` match the view that `?view=` says, as its list's URL does. */
export const GET = staffRoute("lead:read", async (staff, request) => {
  const asked = new URL(request.url).searchParams
  const list = bulkLists.find((one) => one === asked.get("list"))
  const view = asked.get("view") ?? ""
  if (!list || view.length > 8000) throw notFound("list")
  return Response.json(await countMatching(staff, list, view, new Date()))
})
