import { AppError, insist } from "@/lib/platform/errors"
import { newId } from "@/lib/platform/ids"
import { isNarrowed } from "@/lib/platform/list-query"
import { checkItems } from "./check-step"
import { deedOf } from "./deeds"
import { gatherItems, openChosenView } from "./gather-items"
import { beginRunning } from "./move-run"
import { refusalOfSize, refusalToBegin } from "./rules"
import type { StaffCtx } from "./run-job"
import type { BeginRun } from "./schema"

/** So many are looked at before the answer, so that the page has something to show at once. */
const firstLook = 40
/** A run begins with small batches, and takes larger ones while all goes well. */
const firstBatch = 50

/**
 * Begins a run with its dry run: which records it has is settled now, and the first of them are looked at; the worker looks at the others.
 * Nothing is done to any record, unless `isStraight` was asked and nothing stands against it.
 */
export async function beginRun(ctx: StaffCtx, chosen: BeginRun) {
  const { tx, actor, now } = ctx
  const { list, kind, scope } = chosen
  insist(refusalToBegin(actor, list, kind))
  if (scope === "ticked" && chosen.ids.length === 0) throw new AppError("invalid", "Tick at least one record first.")
  const deed = deedOf(list, kind)
  const { input, title } = await deed.prepare(ctx, chosen.input)
  const { query, title: viewTitle } = await openChosenView(actor, chosen)
  const narrowed = scope === "all" && isNarrowed(query)
  const id = newId()
  await tx.bulkRun.create({
    data: {
      ...{ id, list, kind, title, input, total: 0, atOnce: Math.min(firstBatch, deed.atOnce) },
      source: scope === "all" ? `${viewTitle}${narrowed ? ", as searched and filtered" : ""}` : `Ticked in ${viewTitle}`,
      ...{ personId: actor.id, personName: actor.name, createdAt: now, movedAt: now },
    },
  })
  const total = await gatherItems(ctx, actor, id, chosen, query)
  insist(refusalOfSize(list, total))
  const run = await tx.bulkRun.update({ where: { id }, data: { total } })
  await checkItems(ctx, { ...run, undoneById: null }, firstLook)
  const looked = await tx.bulkRun.findUniqueOrThrow({ where: { id } })
  const isAllReady = looked.state === "ready" && looked.ready === looked.total
  if (chosen.isStraight && isAllReady) await beginRunning(ctx, looked)
  return { id, total, title, hasBegun: chosen.isStraight && isAllReady }
}
