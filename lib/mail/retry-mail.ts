import { z } from "zod"
import { auditMove, type RecordRef } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { AppError, insist, notFound } from "@/lib/platform/errors"
import { getActivityToJudge } from "@/lib/sales/activities/get-activity-to-judge"
import { refusalToRetry } from "./rules"
import type { RetryMail } from "./schema"

const About = z.object({
  prospectId: z.uuid().optional(),
  memberId: z.uuid().optional(),
  personId: z.uuid().optional(),
  activityId: z.uuid().optional(),
})

/** Puts a mail that has failed back into the outbox, due at once and with all its attempts before it. */
export async function retryMail(ctx: Ctx, { mailId }: RetryMail): Promise<{ mailId: string }> {
  const { tx, now } = ctx
  const select = { state: true, about: true, subject: true, toName: true, recordIds: true, decisionId: true } as const
  const mail = await tx.mail.findUnique({ where: { id: mailId }, select })
  if (!mail) throw notFound("mail")
  insist(refusalToRetry(mail))
  const retried = await tx.mail.updateMany({
    where: { id: mailId, state: "failed" },
    data: { state: "waiting", sendAfter: now, attempts: 0, claimedAt: null },
  })
  if (retried.count === 0) throw new AppError("conflict", "Somebody has sent this mail again already.")
  const { recordIds: touched, decisionId } = mail
  auditMove(ctx, { move: "mail.retry", record: await subjectOf(ctx, mail), from: "failed", to: "waiting", touched, decisionId })
  return { mailId }
}

/** Whose mail it is, for the audit. */
async function subjectOf({ tx }: Ctx, { about, toName, subject }: { about: unknown; toName: string; subject: string }): Promise<RecordRef> {
  const { prospectId, memberId, personId, activityId } = About.parse(about)
  const label = toName || subject
  if (prospectId) {
    const prospect = await tx.prospect.findUnique({ where: { id: prospectId }, select: { number: true } })
    return { kind: "prospect", id: prospectId, label: prospect?.number ?? label }
  }
  if (memberId) return { kind: "member", id: memberId, label }
  if (personId) return { kind: "person", id: personId, label }
  if (activityId) return (await getActivityToJudge(tx, activityId)).record
  throw notFound("mail")
}
