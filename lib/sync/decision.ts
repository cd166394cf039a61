import type { FieldChange, RecordChanges, RecordRef } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { env } from "@/lib/platform/env"
import { newId } from "@/lib/platform/ids"
import type { DecisionKind } from "@/prisma/generated/enums"

/** The tables that a decision may touch, by the name of their Prisma model. */
export type TouchedTable = "lead" | "opportunity" | "account" | "contact" | "prospect" | "customer" | "hierarchy" | "hierarchyMember"

/** One row that a decision wrote: its version after the write, and what stood in the changed columns before; null when the row was made. */
export type Touched = { table: TouchedTable; id: string; label: string; version: number; before: Record<string, unknown> | null }

/** What people read of a decision, each line with the record that it names. */
export type Receipt = {
  created: ReceiptLine[]
  linked: ReceiptLine[]
  moved: ReceiptLine[]
  mailed: { to: string; letter: string }[]
  /** Fields of records that existed which took another value. */
  changed: RecordChanges[]
  /** The policy that decided, by name and version; null where a person did. */
  policy: string | null
  /** The version of the field mapping that a qualification wrote by; null of other decisions. */
  mapping: number | null
}
export type ReceiptLine = { record: RecordRef; text: string }

type Refs = { prospectId: string | null; leadId: string | null; opportunityId: string | null }

/** Gathers what one decision touches, on both sides, so that it can be explained, shown as a receipt and undone. */
export class Decision {
  readonly id = newId()
  readonly touched: Touched[] = []
  readonly receipt: Receipt = { created: [], linked: [], moved: [], mailed: [], changed: [], mapping: null, policy: null }
  readonly refs: Refs

  constructor(
    readonly kind: DecisionKind,
    refs: Partial<Refs>,
  ) {
    this.refs = { prospectId: null, leadId: null, opportunityId: null, ...refs }
  }

  created(table: TouchedTable, record: RecordRef, text: string): void {
    this.touched.push({ table, id: record.id, label: record.label, version: 1, before: null })
    this.receipt.created.push({ record, text })
  }

  changed(
    table: TouchedTable,
    record: RecordRef & { version: number },
    before: Record<string, unknown>,
    text: string,
    as: "linked" | "moved" = "moved",
  ): void {
    const { version, ...ref } = record
    this.touched.push({ table, id: ref.id, label: ref.label, version: version + 1, before })
    this.receipt[as].push({ record: ref, text })
  }

  /** Notes which fields of a record took another value, for its History and the receipt. */
  noteChanges(record: RecordRef, changes: readonly FieldChange[]): void {
    if (changes.length > 0) this.receipt.changed.push({ record, changes: [...changes] })
  }

  get touchedIds(): string[] {
    return [...new Set(this.touched.map((row) => row.id))]
  }

  /** Every record that the receipt names, touched or only used: the decision is told on all of them. */
  get namedIds(): string[] {
    const { created, linked, moved } = this.receipt
    return [...new Set([...this.touchedIds, ...[...created, ...linked, ...moved].map(({ record }) => record.id)])]
  }

  /** The records on which a letter to the applicant of one prospect is listed: its own, and those that the decision touched for all of them. */
  recordIdsOf(prospect: { id: string; leadId: string | null }, begun: number, common: readonly string[]): string[] {
    const own = this.touched.slice(begun).map(({ id }) => id)
    return [...new Set([prospect.id, ...common, ...own, ...(prospect.leadId ? [prospect.leadId] : [])])]
  }

  /** Writes the decision down, with the hour until which it can be undone. */
  record({ ledger, actor, now, heldUntil, approval, policy }: Ctx): void {
    this.receipt.policy = policy ? actor.name : null
    ledger.decisions.push({
      id: this.id,
      kind: this.kind,
      at: now,
      actor_id: actor.id,
      actor_name: actor.name,
      prospect_id: this.refs.prospectId,
      lead_id: this.refs.leadId,
      opportunity_id: this.refs.opportunityId,
      touched: this.touched,
      receipt: this.receipt,
      undoable_until: heldUntil ?? new Date(now.getTime() + env().SEND_WINDOW_SECONDS * 1000),
      undone_at: null,
      undone_by: null,
      rule_id: policy?.id ?? null,
      rule_name: policy?.name ?? null,
      rule_version: policy?.version ?? null,
      approval_id: approval?.id ?? null,
    })
  }
}
