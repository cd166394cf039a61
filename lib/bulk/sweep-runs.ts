import { db } from "@/lib/platform/db"
import { dayMs } from "@/lib/platform/zone"

/** What a run did to each record stands in the records' own history; its list of them is kept for a quarter. */
const keptDays = 90
const atOnce = 20

/** Discards dry runs that nobody began within a day, and removes runs of last quarter with what became of their records. Returns how many of each. */
export async function sweepRuns(now: Date): Promise<{ discarded: number; runs: number }> {
  const before = (days: number) => new Date(now.getTime() - days * dayMs)
  const { count } = await db.bulkRun.updateMany({
    where: { state: "ready", createdAt: { lt: before(1) } },
    data: { state: "canceled", finishedAt: now, version: { increment: 1 } },
  })
  const old = await db.bulkRun.findMany({
    where: {
      OR: [
        { state: { in: ["done", "undone", "failed"] }, createdAt: { lt: before(keptDays) } },
        { state: "canceled", createdAt: { lt: before(2) } },
      ],
    },
    orderBy: { createdAt: "asc" },
    take: atOnce,
    select: { id: true },
  })
  const removed = await db.bulkRun.deleteMany({ where: { id: { in: old.map(({ id }) => id) } } })
  return { discarded: count, runs: removed.count }
}
