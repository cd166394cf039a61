import { staffRoute } from "@/lib/identity/staff-route"
import { notFound } from "@/lib/platform/errors"
import { isRecordId } from "@/lib/platform/record-href"
import { foreseeLetters } from "@/lib/sync/approvals/foresee-letters"

/** What a confirmation would send. */
export const POST = staffRoute("approval:answer", async (staff, _request, { id = "" }) => {
  if (!isRecordId(id)) throw notFound("approval")
  return Response.json(await foreseeLetters(staff, id, new Date()))
})
