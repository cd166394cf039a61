import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { AppError, insist } from "@/lib/platform/errors"
import { lookAgain } from "@/lib/sales/timers/look-again"
import { refusalToCancelMail } from "../rules"
import type { CancelMail } from "../schema"
import { getMailToJudge } from "./get-mail-to-judge"
import { mailSubject } from "./mail-subject"

/** Keeps a held or waiting mail from leaving, for good; the link in it opens nothing any more. What it tells of stands all the same. */
export async function cancelMail(ctx: Ctx, { mailId, reason }: CancelMail): Promise<{ mailId: string; toAddress: string }> {
  const { tx, actor } = ctx
  const mail = await getMailToJudge(tx, mailId)
  insist(refusalToCancelMail(mail))
  const canceled = await tx.mail.updateMany({
    where: { id: mailId, state: mail.state },
    data: { state: "canceled", lastError: `${actor.name} canceled it: ${reason}` },
  })
  if (canceled.count === 0) throw new AppError("conflict", "Somebody was faster: this mail has left, or was canceled already.")
  if (mail.linkId) await tx.link.updateMany({ where: { id: mail.linkId }, data: { expiresAt: new Date(0) } })
  const record = await mailSubject(tx, mail)
  if (mail.letter === "message" && record.kind === "lead") await lookAgain(tx, [record.id])
  auditMove(ctx, { move: "mail.cancel", record, from: mail.state, to: "canceled", reason, touched: mail.recordIds })
  return { mailId, toAddress: mail.toAddress }
}
