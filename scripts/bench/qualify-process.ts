import { db } from "@/lib/platform/db"
import { qualify } from "@/prisma/makers"
import { type Run, runOf } from "./spread"

export type Qualifications = { seller: { id: string; name: string }; leadIds: string[]; atOnce: number }

/** Qualifies leads, so many at once, by the whole command as the action runs it: rule, writes on both sides, decision, audit, commit. */
async function qualifyAll({ seller, leadIds, atOnce }: Qualifications): Promise<Run> {
  const staff = { kind: "staff" as const, ...seller, email: "", role: "Seller", staffRole: "seller" as const, sessionId: "" }
  const waiting = [...leadIds]
  const timesMs: number[] = []
  const startedAt = performance.now()
  const work = async () => {
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      const begunAt = performance.now()
      await qualify(staff, id)
      timesMs.push(performance.now() - begunAt)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  const run = runOf(timesMs, performance.now() - startedAt)
  const done = await db.lead.count({ where: { id: { in: leadIds }, state: "qualified", opportunityId: { not: null } } })
  if (done !== leadIds.length) throw new Error(`${leadIds.length - done} leads were not qualified`)
  return run
}

process.on("message", async (asked: Qualifications) => process.send?.(await qualifyAll(asked)))
process.on("disconnect", () => process.exit(0))
