import type { Staff } from "@/lib/identity/actor"
import { tellMentioned } from "@/lib/identity/tell-mentioned"
import type { Ctx } from "@/lib/platform/context"
import { insist, notFound } from "@/lib/platform/errors"
import { newId } from "@/lib/platform/ids"
import { keepRead } from "./read-thread"
import { refusalToDiscuss } from "./rules"
import type { WriteMessage } from "./schema"

type By = Ctx & { actor: Staff }

/** Writes to colleagues about a request, decided or not. Whoever is mentioned is told by the bell; nobody outside of the house ever reads it. */
export async function writeMessage(ctx: By, { prospectId, text: typed, mentions: chosen = [] }: WriteMessage) {
  const { tx, actor, now } = ctx
  insist(refusalToDiscuss(actor))
  const prospect = await tx.prospect.findUnique({ where: { id: prospectId }, select: { number: true } })
  if (!prospect) throw notFound("prospect")
  const id = newId()
  const record = { kind: "prospect" as const, id: prospectId, label: prospect.number }
  const { text, mentions } = await tellMentioned(ctx, { id, typed, chosen, before: [], record })
  await tx.prospectMessage.create({ data: { id, prospectId, at: now, authorId: actor.id, authorName: actor.name, text, mentions } })
  await keepRead(ctx, prospectId, now)
  ctx.ledger.touch("prospect", prospectId)
  return { id }
}
