import { z } from "zod"
import type { Staff } from "@/lib/identity/actor"
import { auditMove, type RecordRef } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { AppError, insist, notFound } from "@/lib/platform/errors"
import { getActivityToJudge } from "@/lib/sales/activities/get-activity-to-judge"
import { withdrawQuestions } from "@/lib/sales/questions/ask-questions"
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
  const { activityId } = About.parse(mail.about)
  const { record, actorId } = await getActivityToJudge(tx, activityId)
  insist(refusalToCancel({ state: mail.state, actorId }, actor))
  const canceled = await tx.mail.updateMany({ where: { id: mailId, state: { in: ["waiting", "held"] } }, data: { state: "canceled" } })
  if (canceled.count === 0) throw new AppError("conflict", "This email has left already.")
  await withdrawQuestions(tx, [activityId])
  if (record.kind === "lead") await lookAgain(tx, [record.id])
  if (mail.linkId) await tx.link.updateMany({ where: { id: mail.linkId }, data: { expiresAt: new Date(0) } })
  auditMove(ctx, { move: "message.cancel", record, to: mail.subject, touched: mail.recordIds })
  return { mailId }
}

/**
 * Keeps many messages from leaving that still wait, for whoever may; the caller judged that. Returns those that it kept.
 * `records` says for each mail which record it was about, for the audit.
 */
export async function cancelMessages(ctx: Ctx, records: ReadonlyMap<string, RecordRef>): Promise<Set<string>> {
  const canceled = await ctx.tx.$queryRaw<{ id: string; subject: string; recordIds: string[]; linkId: string | null; about: unknown }[]>`
    update platform.mail set state = 'canceled' where id = any(${[...records.keys()]}::uuid[]) and state in ('waiting', 'held')
    returning id, subject, record_ids as "recordIds", link_id as "linkId", about`
  await withdrawQuestions(
    ctx.tx,
    canceled.flatMap(({ about }) => About.safeParse(about).data?.activityId ?? []),
  )
  const links = canceled.flatMap(({ linkId }) => linkId ?? [])
  if (links.length > 0) await ctx.tx.link.updateMany({ where: { id: { in: links } }, data: { expiresAt: new Date(0) } })
  for (const { id, subject, recordIds } of canceled) {
    const record = records.get(id)
    if (record) auditMove(ctx, { move: "message.cancel", record, to: subject, touched: recordIds })
  }
  return new Set(canceled.map(({ id }) => id))
}
