import { z } from "zod"
import type { Staff } from "@/lib/identity/actor"
import type { Ctx } from "@/lib/platform/context"

export const CancelExport = z.object({ id: z.uuid() })
export type CancelExport = z.infer<typeof CancelExport>

/** Calls off one's own export; its writer stops within a moment, and the browser is told that the file is not whole. */
export async function cancelExport({ tx, actor, now }: Ctx & { actor: Staff }, { id }: CancelExport) {
  const { count } = await tx.exportRun.updateMany({
    where: { id, personId: actor.id, state: "running" },
    data: { state: "canceling", movedAt: now },
  })
  return { isCanceled: count > 0 }
}
