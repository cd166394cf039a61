import type { Staff } from "@/lib/identity/actor"
import type { Ctx } from "@/lib/platform/context"
import { notFound } from "@/lib/platform/errors"
import type { ReadThread } from "./schema"

type By = Ctx & { actor: Staff }

/** Remembers that somebody has read a thread up to one of its messages. An older look never takes a newer one back. */
export async function readThread(ctx: By, { prospectId, until }: ReadThread) {
  const message = await ctx.tx.prospectMessage.findFirst({ where: { id: until, prospectId }, select: { at: true } })
  if (!message) throw notFound("message")
  await keepRead(ctx, prospectId, message.at)
  return { prospectId }
}

/** The same, up to an hour. */
export async function keepRead({ tx, actor }: By, prospectId: string, at: Date): Promise<void> {
  await tx.$executeRaw`
    insert into commerce.thread_read as known (prospect_id, person_id, at) values (${prospectId}::uuid, ${actor.id}::uuid, ${at})
    on conflict (prospect_id, person_id) do update set at = excluded.at where known.at < excluded.at`
}
