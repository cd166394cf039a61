import type { Staff } from "@/lib/identity/actor"
import { tellMentioned } from "@/lib/identity/tell-mentioned"
import { auditMove, type RecordRef } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { AppError, insist, notFound } from "@/lib/platform/errors"
import { refusalToChangeMessage } from "./rules"
import type { EditMessage, MessageRef } from "./schema"

type By = Ctx & { actor: Staff }

const overtaken = () => new AppError("conflict", "This message was changed meanwhile. Look at it again; what you typed is still here.")

async function open({ tx, actor }: By, id: string) {
  const message = await tx.prospectMessage.findUnique({ where: { id }, include: { prospect: { select: { number: true } } } })
  if (!message) throw notFound("message")
  insist(refusalToChangeMessage(message, actor))
  const record: RecordRef = { kind: "prospect", id: message.prospectId, label: message.prospect.number }
  return { message, record }
}

/** Rewrites what one wrote. Whoever is mentioned in it now and was not before is told. */
export async function editMessage(ctx: By, { messageId: id, version, text: typed, mentions: chosen = [] }: EditMessage) {
  const { message, record } = await open(ctx, id)
  const { text, mentions } = await tellMentioned(ctx, { id, typed, chosen, before: message.mentions, record })
  const data = { text, mentions, editedAt: ctx.now, version: { increment: 1 } }
  const { count } = await ctx.tx.prospectMessage.updateMany({ where: { id, version }, data })
  if (count === 0) throw overtaken()
  auditMove(ctx, { move: "thread.edit", record })
  return { id }
}

/** Deletes what one wrote. That something was there, and who deleted it, stays in the audit; what it said does not. */
export async function deleteMessage(ctx: By, { messageId: id, version }: MessageRef) {
  const { record } = await open(ctx, id)
  const { count } = await ctx.tx.prospectMessage.deleteMany({ where: { id, version } })
  if (count === 0) throw overtaken()
  auditMove(ctx, { move: "thread.delete", record })
  return { id }
}
