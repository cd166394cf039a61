import { db } from "@/lib/platform/db"

const newest = 10

/** The decision on a prospect that stands and can still be undone at this hour, also one that decided others with it; null when there is none. */
export async function getUndoable(prospectId: string, now: Date) {
  const told = await db.auditEntry.findMany({
    where: { recordIds: { has: prospectId }, decisionId: { not: null } },
    orderBy: { at: "desc" },
    take: newest,
    select: { decisionId: true },
  })
  const ids = told.flatMap(({ decisionId }) => decisionId ?? [])
  return db.decision.findFirst({
    where: {
      id: { in: ids },
      undoneAt: null,
      undoableUntil: { gt: now },
      kind: { in: ["approve", "reject", "win", "lose", "disqualify"] },
    },
    orderBy: { at: "desc" },
    select: { id: true, kind: true, actorId: true, actorName: true, undoableUntil: true, undoneAt: true, undoneBy: true },
  })
}

export type Undoable = NonNullable<Awaited<ReturnType<typeof getUndoable>>>
