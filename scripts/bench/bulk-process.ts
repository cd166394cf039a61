import { beginRun } from "@/lib/bulk/begin-run"
import { chooseAll } from "@/lib/bulk/choose-items"
import { startRun, stopRun } from "@/lib/bulk/move-run"
import { runNextGently } from "@/lib/bulk/run-gently"
import type { StaffCtx } from "@/lib/bulk/run-job"
import { runNextPiece } from "@/lib/bulk/run-next"
import { BeginRun } from "@/lib/bulk/schema"
import type { Staff } from "@/lib/identity/actor"
import { inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import type { Run } from "./spread"

export type BulkWork = { seller: { id: string; name: string } } & (
  | { kind: "look"; view: string }
  | { kind: "prepare"; leadIds: string[] }
  | { kind: "qualify"; id: string; forMs: number | null }
)
export type BulkAnswer = Run & { id: string }

const staffOf = (seller: { id: string; name: string }): Staff => ({
  ...{ kind: "staff", ...seller, email: "", role: "Sales manager", staffRole: "sales_manager" },
  sessionId: "",
})

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
  return { perSecond: (total / whole) * 1000, p50: first, p95: whole, id }
}

const as = <Result>(staff: Staff, deed: (ctx: StaffCtx) => Promise<Result>) => inTransaction(staff, (ctx) => deed({ ...ctx, actor: staff }))

/** Makes a run over leads ready, with new accounts where that is for a person to choose. Returns its id. */
async function prepare(staff: Staff, leadIds: string[]): Promise<BulkAnswer> {
  const asked = { ...BeginRun.parse({ list: "leads", kind: "qualify", scope: "ticked", ids: [] }), ids: leadIds }
  const { id } = await as(staff, (ctx) => beginRun(ctx, asked))
  while (await runNextPiece());
  await as(staff, (ctx) => chooseAll(ctx, { id, group: "choose", choice: "new" }))
  return { perSecond: 0, p50: 0, p95: 0, id }
}

/** Does a prepared run as the worker does, with its rests: to its end, or for so long. Per second: leads qualified. */
async function qualifyAll(staff: Staff, id: string, forMs: number | null): Promise<BulkAnswer> {
  await as(staff, (ctx) => startRun(ctx, { id }))
  const since = performance.now()
  const isOver = async () => (await db.bulkRun.findUniqueOrThrow({ where: { id } })).state !== "running"
  while (!(await isOver()) && (forMs === null || performance.now() - since < forMs)) await runNextGently()
  const ms = performance.now() - since
  const { done, total, skipped, failed, state } = await db.bulkRun.findUniqueOrThrow({ where: { id } })
  if (forMs !== null && state !== "running") throw new Error("The run ended before the measure did: give it more leads.")
  if (state === "running") await as(staff, (ctx) => stopRun(ctx, { id }))
  if (forMs === null && done < total * 0.9) throw new Error(`Of ${total} leads ${skipped} were skipped and ${failed} failed.`)
  while (await runNextPiece());
  return { perSecond: (done / ms) * 1000, p50: ms / Math.max(1, done), p95: ms, id }
}

async function work(asked: BulkWork): Promise<BulkAnswer> {
  const staff = staffOf(asked.seller)
  await db.person.update({ where: { id: staff.id }, data: { staffRole: "sales_manager" } })
  if (asked.kind === "look") return look(staff, asked.view)
  return asked.kind === "prepare" ? prepare(staff, asked.leadIds) : qualifyAll(staff, asked.id, asked.forMs)
}

process.on("message", async (asked: BulkWork) => process.send?.(await work(asked)))
process.on("disconnect", () => process.exit(0))
