import { makeLink } from "@/lib/identity/links"
import { postLetter } from "@/lib/mail/post-letter"
import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { dayMs } from "@/lib/platform/zone"

const linkDays = 400

export type Reminded = { id: string; number: string; email: string; language: string; leadId: string | null }

/** Asks an applicant once more to confirm the address, by a letter with the private link that says until when the request is kept. It carries nothing that a stranger wrote. */
export async function remindApplicant(ctx: Ctx, { id, number, email, language, leadId }: Reminded, until: Date | null): Promise<void> {
  const { tx, now } = ctx
  const recordIds = leadId ? [id, leadId] : [id]
  await tx.prospect.updateMany({ where: { id }, data: { applicantRemindedAt: now } })
  postLetter(ctx, {
    letter: "request-reminder",
    subjectId: id,
    to: { address: email, name: "" },
    words: { reference: number },
    about: { prospectId: id, ...(until ? { until: until.toISOString() } : {}) },
    linkId: makeLink(ctx, { purpose: "request_status", subjectId: id, expiresAt: new Date(now.getTime() + linkDays * dayMs) }),
    recordIds,
    language,
  })
  auditMove(ctx, { move: "prospect.remind", record: { kind: "prospect", id, label: number }, touched: recordIds })
}
