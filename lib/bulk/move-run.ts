import { auditMove, type RecordRef } from "@/lib/platform/audit"
import { AppError, insist, notFound } from "@/lib/platform/errors"
import { untilReleased } from "@/lib/platform/held"
import { holdMails } from "./hold-mails"
import { type BulkList, countedRecords, undoKeyOf } from "./kinds"
import { type BulkRunState, refusalToStart, refusalToStop, refusalToUndo } from "./rules"
import type { StaffCtx } from "./run-job"
import type { OneRun } from "./schema"
import { cancelTold } from "./tell-owners"

/** Taking back costs more than doing: it begins with small batches. */
const firstUndone = 20

const judged = {
  ...{ id: true, list: true, kind: true, state: true, title: true, version: true, total: true, personId: true, personName: true },
  ...{ ready: true, chosen: true, done: true, undoableUntil: true, undoneBy: true },
} as const

async function getRunToJudge({ tx }: StaffCtx, id: string) {
  // A worker that has a batch of it in hand comes to its end first.
  await tx.$executeRaw`select 1 from platform.bulk_run where id = ${id}::uuid for update`
  const run = await tx.bulkRun.findUnique({ where: { id }, select: judged })
  if (!run) throw notFound("run")
  return run
}

type Run = Awaited<ReturnType<typeof getRunToJudge>>

const refOf = ({ id, title }: Pick<Run, "id" | "title">): RecordRef => ({ kind: "run", id, label: title })
const counted = ({ list }: Pick<Run, "list">, count: number) => countedRecords(list as BulkList, count)

async function move({ tx, now }: StaffCtx, run: { id: string; version: number }, state: BulkRunState, facts: object): Promise<void> {
  const { count } = await tx.bulkRun.updateMany({
    where: { id: run.id, version: run.version },
    data: { ...facts, state, movedAt: now, version: { increment: 1 } },
  })
  if (count === 0) throw new AppError("conflict", "Somebody changed this run a moment ago. Look at it again.")
}

/** Hands a run that was looked through to the worker. What is blocked or was given no choice is left out from the start. */
export async function beginRunning(ctx: StaffCtx, run: Run): Promise<void> {
  insist(refusalToStart(run, ctx.actor))
  const left = await ctx.tx.$executeRaw`
    update platform.bulk_item set result = 'skipped',
      why = case when verdict = 'blocked' then told when choice->>'pick' is null then 'It needs a choice, and none was made.' else 'It was left out.' end
    where run_id = ${run.id}::uuid and (verdict = 'blocked' or (verdict in ('choose', 'second') and coalesce(choice->>'pick', 'skip') = 'skip'))`
  await move(ctx, run, "running", { through: 0, startedAt: ctx.now, skipped: left })
  auditMove(ctx, { move: "run.start", record: refOf(run), to: counted(run, run.ready + run.chosen) })
}

export async function startRun(ctx: StaffCtx, { id }: OneRun) {
  await beginRunning(ctx, await getRunToJudge(ctx, id))
  return { id }
}

/** Discards a run that has not begun, or stops one after the batch in hand. What it has done stays, and can be taken back. */
export async function stopRun(ctx: StaffCtx, { id }: OneRun) {
  const run = await getRunToJudge(ctx, id)
  insist(refusalToStop(run, ctx.actor))
  if (run.state !== "running") {
    await move(ctx, run, "canceled", { finishedAt: ctx.now })
    return { id }
  }
  const left = await ctx.tx.$executeRaw`
    update platform.bulk_item set result = 'skipped', why = ${`${ctx.actor.name} stopped the run before it.`}
    where run_id = ${id}::uuid and result is null`
  await move(ctx, run, "releasing", { through: 0, error: `${ctx.actor.name} stopped it.`, skipped: { increment: left } })
  auditMove(ctx, { move: "run.stop", record: refOf(run), to: counted(run, run.done) })
  return { id }
}

/** Has the worker take back what a run did, where nobody touched it since. Its mails are held from this moment on. */
export async function undoRun(ctx: StaffCtx, { id }: OneRun) {
  const run = await getRunToJudge(ctx, id)
  insist(refusalToUndo(run, ctx.actor, ctx.now))
  await holdMails(ctx.tx, id, { result: "done" }, untilReleased)
  await cancelTold(ctx, id)
  await move(ctx, run, "undoing", {
    through: 0,
    atOnce: firstUndone,
    undoneAt: ctx.now,
    undoneBy: ctx.actor.name,
    undoneById: ctx.actor.id,
  })
  auditMove(ctx, { move: "run.undo", record: refOf(run), to: counted(run, run.done) })
  ctx.ledger.touch("", undoKeyOf(id))
  return { id }
}
