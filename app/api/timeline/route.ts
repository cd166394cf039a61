import { staffRoute } from "@/lib/identity/staff-route"
import { isRecordId } from "@/lib/platform/record-href"
import { readTimeline } from "@/lib/sales/timeline"
import { readShow } from "@/lib/sales/timeline-shows"

const idsAtMost = 250

/** More of a record's story: the page after `?after=`, of what `?show=` asks for. */
export const GET = staffRoute("lead:read", async (_staff, request) => {
  const asked = new URL(request.url).searchParams
  const ids = (name: string) => (asked.get(name) ?? "").split(",").filter(isRecordId).slice(0, idsAtMost)
  const of = {
    leads: ids("leads"),
    opportunities: ids("opportunities"),
    accounts: ids("accounts"),
    contacts: ids("contacts"),
    parties: ids("parties"),
  }
  return Response.json(await readTimeline(of, { show: readShow(asked.get("show")), after: asked.get("after") }))
})
