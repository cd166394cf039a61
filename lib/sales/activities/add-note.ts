import type { Staff } from "@/lib/identity/actor"
import { tellMentioned } from "@/lib/identity/tell-mentioned"
import type { Ctx } from "@/lib/platform/context"
import { newId } from "@/lib/platform/ids"
import { claimAttachments } from "./claim-attachments"
import { aboutColumns, getAbout } from "./get-about"
import type { AddNote } from "./schema"

/** Writes a note on a Sales record, with the files that wait for it; closed records take notes too, since they explain what happened. */
export async function addNote(ctx: Ctx & { actor: Staff }, { about, id, text: typed, mentions: chosen = [], attachments = [] }: AddNote) {
  const { tx, actor, now } = ctx
  const record = await getAbout(tx, { about, id })
  const noteId = newId()
  const { text, mentions } = await tellMentioned(ctx, { id: noteId, typed, chosen, before: [], record })
  const written = { id: noteId, at: now, createdAt: now, actorId: actor.id, actorName: actor.name, text, mentions }
  await tx.activity.create({ data: { ...written, kind: "note", [aboutColumns[about]]: id } })
  await claimAttachments(ctx, noteId, attachments)
  ctx.ledger.touch(about, id)
  return { id: noteId }
}
