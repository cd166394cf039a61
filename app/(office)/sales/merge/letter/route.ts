import { parse } from "@/lib/identity/action"
import { staffRoute } from "@/lib/identity/staff-route"
import { PreviewMerged, previewMerged } from "@/lib/mail/preview-letter"

/** What a merge would write to whoever sent the request that ends. */
export const POST = staffRoute("lead:edit", async (_staff, request) => {
  const asked = parse(PreviewMerged, await request.json().catch(() => null))
  return Response.json(await previewMerged(asked, new Date()))
})
