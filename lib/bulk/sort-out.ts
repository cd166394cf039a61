import type { Prisma, Tx } from "@/lib/platform/db"
import type { Refusal } from "@/lib/platform/errors"
import { isMoveName, moveWords } from "@/lib/platform/move-words"
import type { Performed, RunItem, Undone } from "./run-job"

type Versioned = { id: string; version: number }
type Fit<Item, Row> = { item: Item; row: Row }

/**
 * Of the records of a batch, locked by the caller: those that are as they were looked at and may be changed, and those that are
 * skipped, each with the reason: gone, changed meanwhile by whom, or refused by the rule of the single move.
 */
export async function sortOut<Row extends Versioned>(
  tx: Tx,
  items: readonly RunItem[],
  rows: readonly Row[],
  refusal: (row: Row, item: RunItem) => Refusal | null,
): Promise<{ fit: Fit<RunItem, Row>[]; unfit: Performed[] }> {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const changed = items.filter(({ recordId, recordVersion }) => (byId.get(recordId)?.version ?? recordVersion) !== recordVersion)
  const who = await whoChanged(tx, idsOf(changed))
  const fit: Fit<RunItem, Row>[] = []
  const unfit: Performed[] = []
  for (const item of items) {
    const row = byId.get(item.recordId)
    const why = !row
      ? "It is not there any more."
      : row.version !== item.recordVersion
        ? `Changed meanwhile. ${who.get(item.recordId) ?? "Somebody was at it after you looked."}`
        : refusal(row, item)?.message
    if (row && why === undefined) fit.push({ item, row })
    else unfit.push({ place: item.place, result: "skipped", why: why ?? "" })
  }
  return { fit, unfit }
}

/** Who moved each of some records last, as a sentence; those that nobody moved are left out. */
export async function whoChanged(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const last = await tx.$queryRaw<{ id: string; name: string; move: string }[]>`
    select asked.id, l.actor_name as name, l.move
    from unnest(${[...ids]}::uuid[]) as asked (id), lateral (
      with told as materialized (select at, id, actor_name, move from platform.audit_entry where record_ids @> array[asked.id])
      select actor_name, move from told order by at desc, id desc limit 1) l`
  return new Map(last.flatMap(({ id, name, move }) => (isMoveName(move) ? [[id, `${name} ${moveWords[move]}.`] as const] : [])))
}

/** The records of a batch, by their ids. */
export const idsOf = (items: readonly RunItem[]): string[] => items.map(({ recordId }) => recordId)

/** Locks records in the order of their ids, so that two runs over the same ones wait for each other instead of standing in each other's way. */
export async function lockRecords(tx: Tx, table: Prisma.Sql, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`select 1 from ${table} where id = any(${[...ids]}::uuid[]) order by id for update`
}

/** What of a batch was taken back, and for the others who was at them since. */
export async function undoneOrKept(tx: Tx, items: readonly RunItem[], isUndone: (item: RunItem) => boolean): Promise<Undone[]> {
  const kept = items.filter((item) => !isUndone(item))
  const who = await whoChanged(tx, idsOf(kept))
  return items.map((item): Undone => {
    if (isUndone(item)) return { place: item.place, result: "undone", why: null }
    return { place: item.place, result: "kept", why: `Changed since. ${who.get(item.recordId) ?? "Somebody was at it after the run."}` }
  })
}
