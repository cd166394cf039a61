import { attempt } from "@/lib/platform/savepoint"
import type { DoneItem, Performed, RunItem, StaffCtx, Undone } from "../run-job"

type Fit<Row> = { item: RunItem; row: Row }

/** Does the single move to each of a batch, each in a savepoint of its own: what is refused meanwhile says why, and the others go on. Its letters wait as a single move's do. */
export async function oneByOne<Row extends { ownerId: string | null }>(
  { heldUntil: _untilReleased, ...ctx }: StaffCtx,
  fit: readonly Fit<Row>[],
  move: (ctx: StaffCtx, row: Row) => Promise<unknown>,
): Promise<Performed[]> {
  const done: Performed[] = []
  for (const { item, row } of fit) {
    const { refused } = await attempt(ctx, (own) => move(own, row))
    const { place } = item
    done.push(refused ? { place, result: "skipped", why: refused.message } : { place, result: "done", ownerId: row.ownerId })
  }
  return done
}

/** What opened again is decided anew, and not closed by taking a run back. */
export const keepAll = (items: readonly DoneItem[]): Undone[] =>
  items.map(({ place }) => ({ place, result: "kept", why: "It was opened again, and is decided anew." }))
