import { parse } from "@/lib/identity/action"
import { staffRoute } from "@/lib/identity/staff-route"
import { PreviewDecision, previewDecision } from "@/lib/mail/preview-letter"
import { notFound } from "@/lib/platform/errors"
import { isRecordId } from "@/lib/platform/record-href"

/** What a decision would write to the applicant. The words travel in the body: an address is too short for them, and is logged. */
export const POST = staffRoute("prospect:read", async (_staff, request, { id = "" }) => {
  if (!isRecordId(id)) throw notFound("prospect")
  const typed = parse(PreviewDecision, await request.json().catch(() => null))
  return Response.json(await previewDecision(id, typed, new Date()))
})
