import { z } from "zod"
import type { Staff } from "@/lib/identity/actor"
import type { Ctx } from "@/lib/platform/context"
import { db, type Tx } from "@/lib/platform/db"
import { newId } from "@/lib/platform/ids"

export const exportNames = ["leads", "opportunities", "accounts", "contacts", "prospects", "customers", "hierarchies", "credit"] as const

/** Rows that were ticked, for a file: more than an address can carry. */
export const KeepSelection = z.object({
  list: z.enum(exportNames),
  ids: z.array(z.uuid()).min(1, "Tick at least one record first.").max(5000, "Tick at most 5,000 records, or export all that match."),
})
export type KeepSelection = z.infer<typeof KeepSelection>

/** Keeps which rows somebody ticked until the browser fetches the file. */
export async function keepSelection({ tx, actor, now }: Ctx & { actor: Staff }, { list, ids }: KeepSelection) {
  const id = newId()
  await tx.exportSelection.create({ data: { id, personId: actor.id, list, ids, createdAt: now } })
  return { id }
}

/** The rows that somebody ticked; null when there is no such selection of theirs. */
export async function getSelection(personId: string, list: string, id: string, tx: Tx = db): Promise<string[] | null> {
  const kept = await tx.exportSelection.findFirst({ where: { id, personId, list }, select: { ids: true } })
  return kept?.ids ?? null
}
