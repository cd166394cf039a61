import { db, type Tx } from "@/lib/platform/db"
import { isForAll, type Target } from "./targets"

/** Every target in the order in which they are tried; the one that fits every lead is the last. */
export async function listTargets(tx: Tx = db): Promise<Target[]> {
  const rows = await tx.timerTarget.findMany({ orderBy: [{ position: "asc" }, { id: "asc" }] })
  const targets = rows.map(({ responseHours, decisionDays, position: _, ...row }) => ({
    ...row,
    responseHours: responseHours.toNumber(),
    decisionDays: decisionDays?.toNumber() ?? null,
  }))
  return [...targets.filter((target) => !isForAll(target)), ...targets.filter(isForAll)]
}
