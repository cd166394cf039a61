import type { Staff } from "@/lib/identity/actor"
import type { Ctx } from "@/lib/platform/context"
import { newId } from "@/lib/platform/ids"
import { aboutColumns, getAbout } from "./get-about"
import type { LogCall } from "./schema"

/** Writes down a phone call; it stands in the story at the hour at which it was made. */
export async function logCall({ tx, actor, now, ledger }: Ctx & { actor: Staff }, { about, id, ...call }: LogCall) {
  await getAbout(tx, { about, id })
  const callId = newId()
  const by = { createdAt: now, actorId: actor.id, actorName: actor.name }
  await tx.activity.create({ data: { id: callId, ...by, ...call, kind: "phone_call", [aboutColumns[about]]: id } })
  ledger.touch(about, id)
  return { id: callId }
}
