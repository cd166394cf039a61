import { makeLink } from "@/lib/identity/links"
import { postLetter } from "@/lib/mail/post-letter"
import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { fullName } from "@/lib/platform/party"
import { dayMs } from "@/lib/platform/zone"

const linkDays = 400

type Asked = { id: string; leadId: string; subject: string }
type Applicant = { id: string; number: string; firstName: string; lastName: string; email: string; language: string }

/** Asks an applicant once more for an answer, by a letter with the question and the private link that says until when the request is kept. */
export function remindOfQuestion(ctx: Ctx, question: Asked, applicant: Applicant, until: Date | null): void {
  const { id, leadId, subject } = question
  const { id: prospectId, number, email, language } = applicant
  const recordIds = [prospectId, leadId]
  postLetter(ctx, {
    letter: "question-reminder",
    subjectId: id,
    to: { address: email, name: fullName(applicant) },
    words: { reference: number, subject },
    about: { prospectId, questionId: id, ...(until ? { until: until.toISOString() } : {}) },
    linkId: makeLink(ctx, {
      purpose: "request_status",
      subjectId: prospectId,
      expiresAt: new Date(ctx.now.getTime() + linkDays * dayMs),
    }),
    recordIds,
    language,
  })
  auditMove(ctx, {
    move: "prospect.remind_answer",
    record: { kind: "prospect", id: prospectId, label: number },
    to: subject,
    touched: recordIds,
  })
}
