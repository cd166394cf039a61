import { beginRun } from "@/lib/bulk/begin-run"
import { startRun, stopRun } from "@/lib/bulk/move-run"
import { runNextGently } from "@/lib/bulk/run-gently"
import type { StaffCtx } from "@/lib/bulk/run-job"
import { runNextPiece } from "@/lib/bulk/run-next"
import { BeginRun } from "@/lib/bulk/schema"
import type { Staff } from "@/lib/identity/actor"
import { inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { getMatchingRules } from "@/lib/sales/matching/get-rules"
import { refreshEntries } from "@/lib/sales/matching/match-records"
import { readFactsOn } from "@/lib/sales/matching/read-facts"
import type { Run } from "./spread"

export type BulkWork = { seller: { id: string; name: string } } & (
  | { kind: "keys" }
  | { kind: "look"; view: string }
  | { kind: "qualify"; leadIds: string[]; forMs: number | null }
)
export type BulkAnswer = Run & { records: number }

const staffOf = (seller: { id: string; name: string }): Staff => ({
  ...{ kind: "staff", ...seller, email: "", role: "Sales manager", staffRole: "sales_manager" },
  sessionId: "",
})

/** What accounts and contacts are compared by, which in a house the worker keeps. */
async function keepKeys(): Promise<void> {
  const inForce = await getMatchingRules(db)
  for (const kind of ["account", "contact"] as const) {
    for (let after: string | null = null; ; ) {
      const known = await readFactsOn(db, kind, after, 2000)
      const ids = known.map(({ id }) => id)
      await refreshEntries(db, ids, known, inForce)
      after = ids.at(-1) ?? after
      if (known.length < 2000) break
    }
  }
  await db.$executeRawUnsafe("vacuum analyze sales.match_entry")
}

/** How long one waits for the first results of a dry run (p50), and for the last (p95). */
async function look(staff: Staff, view: string): Promise<BulkAnswer> {
  const asked = BeginRun.parse({ list: "leads", kind: "qualify", scope: "all", view })
  const since = performance.now()
  const { id, total } = await inTransaction(staff, (ctx) => beginRun({ ...ctx, actor: staff }, asked))
  const first = performance.now() - since
  while (await runNextPiece());
  const whole = performance.now() - since
  const run = await db.bulkRun.findUniqueOrThrow({ where: { id } })
  if (run.state !== "ready") throw new Error(`The dry run is ${run.state}: ${run.error}`)
  return { perSecond: (total / whole) * 1000, p50: first, p95: whole, records: total }
}

/** Qualifies leads by a run, as the worker does with its rests: all of them, or for so long. */
async function qualifyAll(staff: Staff, leadIds: string[], forMs: number | null): Promise<BulkAnswer> {
  const asked = { ...BeginRun.parse({ list: "leads", kind: "qualify", scope: "ticked", ids: [] }), ids: leadIds }
  const as = <Result>(deed: (ctx: StaffCtx) => Promise<Result>) => inTransaction(staff, (ctx) => deed({ ...ctx, actor: staff }))
  const { id } = await as((ctx) => beginRun(ctx, asked))
  while (await runNextPiece());
  await as((ctx) => startRun(ctx, { id }))
  const since = performance.now()
  const isOver = async () => (await db.bulkRun.findUniqueOrThrow({ where: { id } })).state !== "running"
  while (!(await isOver()) && (forMs === null || performance.now() - since < forMs)) await runNextGently()
  const ms = performance.now() - since
  const { done, skipped, failed, state } = await db.bulkRun.findUniqueOrThrow({ where: { id } })
  if (forMs !== null && state !== "running") throw new Error("The run ended before the measure did: give it more leads.")
  if (state === "running") await as((ctx) => stopRun(ctx, { id }))
  if (forMs === null && done < leadIds.length * 0.9)
    throw new Error(`Of ${leadIds.length} leads ${skipped} were skipped and ${failed} failed.`)
  while (await runNextPiece());
  return { perSecond: (done / ms) * 1000, p50: ms / Math.max(1, done), p95: ms, records: done }
}

async function work(asked: BulkWork): Promise<BulkAnswer> {
  const staff = staffOf(asked.seller)
  await db.person.update({ where: { id: staff.id }, data: { staffRole: "sales_manager" } })
  if (asked.kind === "look") return look(staff, asked.view)
  if (asked.kind === "qualify") return qualifyAll(staff, asked.leadIds, asked.forMs)
  await keepKeys()
  return { perSecond: 0, p50: 0, p95: 0, records: 0 }
}

process.on("message", async (asked: BulkWork) => process.send?.(await work(asked)))
process.on("disconnect", () => process.exit(0))
