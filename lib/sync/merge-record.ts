import type { RecordKind, RecordRef } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import type { Prisma, Tx } from "@/lib/platform/db"
import { newId } from "@/lib/platform/ids"
import { dayMs } from "@/lib/platform/zone"
import { noteDualWrite, type Operation } from "./dual-write"
import type { MapKey } from "./maps"
import type { MergeKind } from "./merge-fields"
import { difference, type FoundBy, keptColumns, type Moved, type Row, readRow, type Taken, type Written } from "./merge-rows"
import { unmergeDays } from "./merge-rules"

type Watched = { table: string; id: string; label: string; before: Row }
type Buried = { kind: RecordKind; id: string; label: string; into: { id: string; label: string } }

/** Gathers what one merge does, row by row, so that it can be taken apart again. */
export class MergeRecord {
  readonly id = newId()
  readonly taken: Taken[] = []
  readonly moved: Moved[] = []
  readonly buried: Buried[] = []
  readonly touched = new Set<string>()
  texts: FoundBy[] = []
  counts: string[] = []
  readonly #watched = new Map<string, Watched>()

  constructor(
    readonly kind: MergeKind,
    readonly primary: { id: string; label: string },
    readonly loser: { id: string; label: string },
  ) {}

  /** Remembers how a row that stays stands before the merge first writes it. */
  async watch(tx: Tx, table: string, id: string, label: string): Promise<void> {
    if (this.#watched.has(id)) return
    const before = await readRow(tx, table, id)
    if (before) this.#watched.set(id, { table, id, label, before })
    this.touched.add(id)
  }

  /** A record that is part of another from now on: its row is kept, and its old links find the way. */
  bury(kind: RecordKind, taken: Taken, label: string, into: { id: string; label: string }): void {
    const id = String(taken.row.id)
    this.taken.push(taken)
    this.buried.push({ kind, id, label, into })
    this.touched.add(id)
    this.touched.add(into.id)
  }

  /** Notes a write across, for the ledger of dual-write. */
  carry(ctx: Ctx, map: MapKey, operation: Operation, source: RecordRef, target: RecordRef): void {
    noteDualWrite(ctx, { map, operation, source, target, aggregateId: map === "prospects_leads" ? source.id : target.id })
  }

  async #written(tx: Tx): Promise<Written[]> {
    const written: Written[] = []
    for (const { table, id, label, before } of this.#watched.values()) {
      const after = await readRow(tx, table, id)
      const followed = this.moved.flatMap((moved) => (moved.table === table && moved.rows.some((row) => row.id === id) ? moved.column : []))
      const differs = after && difference(before, after, [...followed, ...keptColumns(table)])
      if (differs) written.push({ table, id, label, ...differs })
    }
    return written
  }

  /** Writes the merge down. */
  async write({ tx, actor, now }: Ctx): Promise<void> {
    await tx.recordMerge.create({
      data: {
        id: this.id,
        kind: this.kind,
        at: now,
        actorId: actor.id,
        actorName: actor.name,
        primaryId: this.primary.id,
        primaryLabel: this.primary.label,
        loserId: this.loser.id,
        loserLabel: this.loser.label,
        taken: this.taken as unknown as Prisma.InputJsonValue,
        moved: this.moved.filter(({ rows }) => rows.length > 0),
        written: (await this.#written(tx)) as unknown as Prisma.InputJsonValue,
        texts: this.texts,
        counts: this.counts,
        undoableUntil: new Date(now.getTime() + unmergeDays * dayMs),
      },
    })
    await tx.mergedRecord.createMany({
      data: this.buried.map(({ kind, id, label, into }) => ({
        id,
        kind,
        label,
        intoId: into.id,
        intoLabel: into.label,
        at: now,
        actorName: actor.name,
        mergeId: this.id,
      })),
    })
  }
}
