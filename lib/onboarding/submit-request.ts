import { openProspect } from "@/lib/commerce/prospects/open-prospect"
import { makeLink } from "@/lib/identity/links"
import { postLetter } from "@/lib/mail/post-letter"
import { auditMove } from "@/lib/platform/audit"
import type { Actor, Ctx } from "@/lib/platform/context"
import { AppError } from "@/lib/platform/errors"
import { hashSecret, newId } from "@/lib/platform/ids"
import { fullName } from "@/lib/platform/party"
import { runningMaps } from "@/lib/sync/maps"
import { mirrorProspect } from "@/lib/sync/mirror-prospect"
import type { SubmitRequest } from "./schema"
import { termsVersion } from "./terms"

/** How long the private status link opens, in days. */
const statusLinkDays = 400

/** The applicant as the one who acts; a stranger until the address is confirmed. */
export const theApplicant = (applicant: { firstName: string; lastName: string }): Actor => ({
  kind: "applicant",
  id: null,
  name: fullName(applicant),
  role: "Applicant",
})

/**
 * Takes a request in: the prospect, its lead where that map runs, the private status link and the receipt letter, all or nothing.
 * The same submission key again answers with the same number, whether it comes later or at once.
 */
export async function submitRequest(ctx: Ctx, sent: SubmitRequest): Promise<{ number: string; isNew: boolean }> {
  const { submissionKey, startedAt: _startedAt, homepage: _homepage, agree: _agree, ...request } = sent
  const prospectId = newId()
  const leadId = (await runningMaps(ctx.tx)).has("prospects_leads") ? newId() : null
  const opened = await openProspect(ctx, {
    ...request,
    id: prospectId,
    leadId,
    submissionKey,
    consentVersion: termsVersion,
    fingerprint: hashSecret(JSON.stringify(request)),
  })
  if (!opened.isNew) {
    if (opened.isSame) return { number: opened.number, isNew: false }
    throw new AppError(
      "conflict",
      `This form was sent already, with other answers, as ${opened.number}. Open the form anew to send another request.`,
    )
  }
  const { number } = opened
  if (leadId) await mirrorProspect(ctx, { id: prospectId, number, leadId, ...request })
  const expiresAt = new Date(ctx.now.getTime() + statusLinkDays * 86_400_000)
  const recordIds = leadId ? [prospectId, leadId] : [prospectId]
  postLetter(ctx, {
    letter: "request-received",
    subjectId: prospectId,
    to: { address: request.email, name: "" },
    words: { reference: number },
    about: { prospectId },
    linkId: makeLink(ctx, { purpose: "request_status", subjectId: prospectId, expiresAt }),
    recordIds,
    language: request.language,
  })
  auditMove(ctx, { move: "request.submit", record: { kind: "prospect", id: prospectId, label: number }, to: "pending", touched: recordIds })
  return { number, isNew: true }
}
