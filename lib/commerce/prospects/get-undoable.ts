import { db } from "@/lib/platform/db"

/** The decision on a prospect that stands and can still be undone at this hour; null when there is none. */
export async function getUndoable(prospectId: string, now: Date) {
  return db.decision.findFirst({
    where: { prospectId, undoneAt: null, undoableUntil: { gt: now }, kind: { in: ["approve", "reject", "win", "lose", "disqualify"] } },
    orderBy: { at: "desc" },
    select: { id: true, kind: true, actorId: true, actorName: true, undoableUntil: true, undoneAt: true, undoneBy: true },
  })
}

export type Undoable = NonNullable<Awaited<ReturnType<typeof getUndoable>>>
