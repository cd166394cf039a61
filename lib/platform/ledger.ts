import { Prisma, type Tx } from "./db"
import type { Touch, TouchKind } from "./notice"

/** A row as the table has it: column names, values that survive JSON. */
export type Row = Record<string, unknown>

/**
 * Gathers what a command leaves behind beside its own records, so that it costs one round trip instead of one each.
 * Rows carry every column of their table but the counters, since JSON knows no defaults.
 */
export class Ledger {
  readonly audit: Row[] = []
  readonly fieldChanges: Row[] = []
  readonly facts: Row[] = []
  readonly mails: Row[] = []
  readonly dualWrites: Row[] = []
  readonly decisions: Row[] = []
  readonly links: Row[] = []
  readonly notifications: Row[] = []
  /** Records that changed without leaving an audit row, such as one that got a note: other browsers hear of them after commit. */
  readonly touched: Touch[] = []

  touch(kind: TouchKind, id: string): void {
    this.touched.push({ kind, id })
  }

  async write(tx: Tx): Promise<void> {
    const { audit, fieldChanges, facts, mails, dualWrites, decisions, links, notifications } = this
    const gathered = [audit, fieldChanges, facts, mails, dualWrites, decisions, links, notifications]
    if (gathered.every((rows) => rows.length === 0)) return
    await tx.$executeRaw`
      with audit as (
        insert into platform.audit_entry select * from jsonb_populate_recordset(null::platform.audit_entry, ${json(audit)}::jsonb)
      ), field_change as (
        insert into platform.field_change select * from jsonb_populate_recordset(null::platform.field_change, ${json(fieldChanges)}::jsonb)
      ), fact as (
        insert into platform.fact (name, payload, at, attempts, next_attempt_at)
        select name, payload, at, 0, at from jsonb_populate_recordset(null::platform.fact, ${json(facts)}::jsonb)
      ), mail as (
        insert into platform.mail select * from jsonb_populate_recordset(null::platform.mail, ${json(mails)}::jsonb)
        on conflict (key) do nothing
      ), dual_write as (
        insert into platform.dual_write (map, at, state, operation, source_kind, source_id, source_label, target_kind, target_id, target_label,
          aggregate_id, payload, attempts, applied_at, decision_id)
        select map, at, state, operation, source_kind, source_id, source_label, target_kind, target_id, target_label,
          aggregate_id, payload, attempts, applied_at, decision_id
        from jsonb_populate_recordset(null::platform.dual_write, ${json(dualWrites)}::jsonb)
      ), decision as (
        insert into platform.decision select * from jsonb_populate_recordset(null::platform.decision, ${json(decisions)}::jsonb)
      ), link as (
        insert into platform.link select * from jsonb_populate_recordset(null::platform.link, ${json(links)}::jsonb)
      ), notification as (
        insert into platform.notification select * from jsonb_populate_recordset(null::platform.notification, ${json(notifications)}::jsonb)
        on conflict (key) do nothing
      )
      select 1`
    for (const rows of gathered) rows.length = 0
  }
}

const json = (rows: Row[]) => Prisma.sql`${JSON.stringify(rows)}`
