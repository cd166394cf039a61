import type { RecordRef } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import type { MapKey } from "@/prisma/generated/enums"

export type Operation =
  | "create"
  | "link"
  | "update"
  | "activate"
  | "archive"
  | "approve"
  | "reject"
  | "reopen"
  | "undo"
  | "merge"
  | "unmerge"

/** One write from a record of one store to its counterpart in the other, for the ledger. `aggregateId` is the pair's older side. */
export type Written = {
  map: MapKey
  operation: Operation
  source: RecordRef
  target: RecordRef
  aggregateId: string
  decisionId?: string | null
}

/** Notes in the ledger what dual-write wrote; the write itself stands in the same transaction. */
export function noteDualWrite({ ledger, now }: Ctx, { map, operation, source, target, aggregateId, decisionId }: Written): void {
  ledger.dualWrites.push({
    map,
    at: now,
    state: "applied",
    operation,
    source_kind: source.kind,
    source_id: source.id,
    source_label: source.label,
    target_kind: target.kind,
    target_id: target.id,
    target_label: target.label,
    aggregate_id: aggregateId,
    payload: null,
    attempts: 1,
    applied_at: now,
    decision_id: decisionId ?? null,
  })
}
