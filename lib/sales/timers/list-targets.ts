import { db, type Tx } from "@/lib/platform/db"
import type { Target } from "./targets"

/** Every target in the order in which they are tried; the one that fits every lead is the last. */
export async function listTargets(tx: Tx = db): Promise<Target[]> {
  const rows = await tx.timerTarget.findMany({ orderBy: [{ position: "asc" }, { id: "asc" }] })
  const targets = rows.map(({ responseHours, decisionDays, position: _, ...row }) => ({
    ...row,
    responseHours: responseHours.toNumber(),
    decisionDays: decisionDays?.toNumber() ?? null,
  }))
  const isLast = ({ rating, source }: Target) => rating === null && source === null
  return [...targets.filter((target) => !isLast(target)), ...targets.filter(isLast)]
}
