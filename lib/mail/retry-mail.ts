import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { AppError, insist } from "@/lib/platform/errors"
import { getMailToJudge } from "./log/get-mail-to-judge"
import { mailSubject } from "./log/mail-subject"
import { refusalToRetry } from "./rules"
import type { MailRef } from "./schema"

/** Puts a mail that has failed back into the outbox, due at once and with all its attempts before it. */
export async function retryMail(ctx: Ctx, { mailId }: MailRef): Promise<{ mailId: string }> {
  const { tx, now } = ctx
  const mail = await getMailToJudge(tx, mailId)
  insist(refusalToRetry(mail))
  const retried = await tx.mail.updateMany({
    where: { id: mailId, state: "failed" },
    data: { state: "waiting", sendAfter: now, attempts: 0, claimedAt: null },
  })
  if (retried.count === 0) throw new AppError("conflict", "Somebody has sent this mail again already.")
  const { recordIds: touched, decisionId } = mail
  auditMove(ctx, { move: "mail.retry", record: await mailSubject(tx, mail), from: "failed", to: "waiting", touched, decisionId })
  return { mailId }
}
