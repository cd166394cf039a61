import type { Staff } from "@/lib/identity/actor"
import { inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { beginRun } from "./begin-run"
import { chooseAll, chooseItem } from "./choose-items"
import { startRun, stopRun, undoRun } from "./move-run"
import type { StaffCtx } from "./run-job"
import { runNextPiece } from "./run-next"
import { BeginRun } from "./schema"

const as = <Result>(staff: Staff, deed: (ctx: StaffCtx) => Promise<Result>, now = new Date()) =>
  inTransaction(staff, (ctx) => deed({ ...ctx, actor: staff }), now)

type Begun = Partial<Parameters<typeof BeginRun.parse>[0] & Record<string, unknown>>

/** Begins a run as the list's bar does, and returns its id. */
export async function begin(staff: Staff, kind: string, ids: readonly string[], given: Begun = {}): Promise<string> {
  const asked = BeginRun.parse({ list: "leads", kind, scope: ids.length > 0 ? "ticked" : "all", ids: [...ids], ...given })
  return (await as(staff, (ctx) => beginRun(ctx, asked))).id
}

export const start = (staff: Staff, id: string) => as(staff, (ctx) => startRun(ctx, { id }))
export const stop = (staff: Staff, id: string) => as(staff, (ctx) => stopRun(ctx, { id }))
/** Has a run taken back; returns what of it is told at once to whoever looks. */
export const takeBack = (staff: Staff, id: string, now = new Date()) =>
  as(staff, (ctx) => undoRun(ctx, { id }).then(() => ctx.ledger.touched), now)
export const choose = (staff: Staff, id: string, place: number, choice: string) =>
  as(staff, (ctx) => chooseItem(ctx, { id, place, choice }))
export const chooseForAll = (staff: Staff, id: string, choice: "new" | "best" | "skip") =>
  as(staff, (ctx) => chooseAll(ctx, { id, group: "choose", choice }))
export const askForAll = (staff: Staff, id: string, choice: "ask" | "skip") =>
  as(staff, (ctx) => chooseAll(ctx, { id, group: "second", choice }))

/** Works as a worker does, until nothing is due. */
export async function drain(): Promise<void> {
  while (await runNextPiece());
}

export const getRun = (id: string) => db.bulkRun.findUniqueOrThrow({ where: { id } })
export const getItems = (id: string) => db.bulkItem.findMany({ where: { runId: id }, orderBy: { place: "asc" } })

/** A whole run: looked at, begun, done. */
export async function run(staff: Staff, kind: string, ids: readonly string[], given: Begun = {}): Promise<string> {
  const id = await begin(staff, kind, ids, given)
  await drain()
  await start(staff, id)
  await drain()
  return id
}
