import { z } from "zod"
import type { Staff } from "@/lib/identity/actor"
import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { AppError, insist, notFound } from "@/lib/platform/errors"
import { getActivityToJudge } from "@/lib/sales/activities/get-activity-to-judge"
import { lookAgain } from "@/lib/sales/timers/look-again"
import { refusalToCancel } from "./rules"
import type { CancelMessage } from "./schema"

const About = z.object({ activityId: z.uuid() })

/** Keeps a message from leaving that still waits. Claiming and canceling meet at one row: exactly one of them wins. */
export async function cancelMessage(ctx: Ctx & { actor: Staff }, { mailId }: CancelMessage) {
  const { tx, actor } = ctx
  const select = { letter: true, state: true, about: true, subject: true, recordIds: true, linkId: true } as const
  const mail = await tx.mail.findUnique({ where: { id: mailId }, select })
  if (mail?.letter !== "message") throw notFound("email")
  const { record, actorId } = await getActivityToJudge(tx, About.parse(mail.about).activityId)
  insist(refusalToCancel({ state: mail.state, actorId }, actor))
  const canceled = await tx.mail.updateMany({ where: { id: mailId, state: "waiting" }, data: { state: "canceled" } })
  if (canceled.count === 0) throw new AppError("conflict", "This email has left already.")
  if (record.kind === "lead") await lookAgain(tx, [record.id])
  if (mail.linkId) await tx.link.updateMany({ where: { id: mail.linkId }, data: { expiresAt: new Date(0) } })
  auditMove(ctx, { move: "message.cancel", record, to: mail.subject, touched: mail.recordIds })
  return { mailId }
}
