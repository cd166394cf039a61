import type { Ctx } from "./context"
import { newId } from "./ids"
import type { MoveName } from "./move-words"

export type RecordRef = { kind: RecordKind; id: string; label: string }
export type RecordKind =
  | "lead"
  | "opportunity"
  | "account"
  | "contact"
  | "prospect"
  | "customer"
  | "hierarchy"
  | "member"
  | "person"
  | "api_key"
  | "threshold"
  | "map"
  | "mapping"
  | "sequence"
  | "step"
  | "competitor"
  | "code"
  | "template"
  | "letter"
  | "profile"
  | "mail"
  | "address"
  | "calendar"
  | "channel"
  | "target"
  | "export"
  | "import"
  | "view"
  | "run"
  | "rules"
  | "matching"
  | "requests"
  | "leads"
  | "prospects"

/** One move, for the audit: which record, from where to where, why, and what else it touched. */
export type Move = {
  move: MoveName
  record: RecordRef
  from?: string | null
  to?: string | null
  reason?: string | null
  touched?: string[]
  decisionId?: string | null
  /** The fields of the record that the move changed, for its History. */
  changes?: readonly FieldChange[]
  /** The fields that the move changed of other records, for theirs. */
  others?: readonly RecordChanges[]
}

/** A field with its value before and after, as text: a code, a name, a number in digits; null for nothing. */
export type FieldChange = { field: string; from: string | null; to: string | null }

export type RecordChanges = { record: RecordRef; changes: readonly FieldChange[] }

/** Adds to the last move what it changed of other records, for their History. */
export function alsoChanged({ actor, now, ledger }: Ctx, ...others: RecordChanges[]): void {
  const last = ledger.audit.at(-1)
  if (!last) throw new Error("a change belongs to a move")
  for (const { record, changes } of others) noteChanges({ actor, now, ledger }, String(last.id), record, changes)
}

/** Leaves the one audit row of a move; written with the command's transaction. */
export function auditMove({ actor, now, ledger, approval }: Ctx, move: Move): void {
  const byTwo = approval && move.decisionId ? `Asked for by ${approval.askedBy}, confirmed by ${actor.name}.` : null
  const id = newId()
  ledger.audit.push({
    id,
    at: now,
    move: move.move,
    actor_id: actor.id,
    actor_name: actor.name,
    actor_role: actor.role,
    record_kind: move.record.kind,
    record_id: move.record.id,
    record_label: move.record.label,
    from: move.from ?? null,
    to: move.to ?? null,
    reason: [move.reason, byTwo].filter(Boolean).join("\n") || null,
    record_ids: [...new Set([move.record.id, ...(move.touched ?? [])])],
    decision_id: move.decisionId ?? null,
  })
  for (const { record, changes } of [{ record: move.record, changes: move.changes ?? [] }, ...(move.others ?? [])])
    noteChanges({ actor, now, ledger }, id, record, changes)
}

function noteChanges(
  { actor, now, ledger }: Pick<Ctx, "actor" | "now" | "ledger">,
  auditId: string,
  record: RecordRef,
  changes: readonly FieldChange[],
): void {
  for (const { field, from, to } of changes) {
    if (from === to) continue
    ledger.fieldChanges.push({
      id: newId(),
      audit_id: auditId,
      at: now,
      actor_id: actor.id,
      actor_name: actor.name,
      record_kind: record.kind,
      record_id: record.id,
      field,
      from,
      to,
    })
  }
}
