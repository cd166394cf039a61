import type { Tx } from "./db"
import { type Attempt, refusalOf } from "./limits"
import type { Touch, TouchKind } from "./notice"
import { statement } from "./statement"

/** A row as the table has it: column names, values that survive JSON. Columns that it leaves out take their defaults. */
export type Row = Record<string, unknown>

/**
 * Gathers what a command writes anew, its own records and what it leaves behind beside them, so that all of it costs one round trip.
 * The rows of one table name the same columns.
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
  readonly attempts: Attempt[] = []
  readonly #records = new Map<string, Row[]>()
  /** Records that changed without leaving an audit row, such as one that got a note: other browsers hear of them after commit. */
  readonly touched: Touch[] = []

  touch(kind: TouchKind, id: string): void {
    this.touched.push({ kind, id })
  }

  /** Adds a record, which is there once the ledger is written, and not before. */
  insert(table: "commerce.prospect" | "sales.lead", row: Row): void {
    this.#records.set(table, [...(this.#records.get(table) ?? []), row])
  }

  /** Takes over what another ledger gathered, as the work in it came to stand. */
  takeOver(other: Ledger): void {
    this.audit.push(...other.audit)
    this.fieldChanges.push(...other.fieldChanges)
    this.facts.push(...other.facts)
    this.mails.push(...other.mails)
    this.dualWrites.push(...other.dualWrites)
    this.decisions.push(...other.decisions)
    this.links.push(...other.links)
    this.notifications.push(...other.notifications)
    this.attempts.push(...other.attempts)
    this.touched.push(...other.touched)
    for (const [table, rows] of other.#records) this.#records.set(table, [...(this.#records.get(table) ?? []), ...rows])
  }

  async write(tx: Tx): Promise<void> {
    const tables: [table: string, rows: Row[], onConflict?: string][] = [
      ...this.#records,
      ["platform.audit_entry", this.audit],
      ["platform.field_change", this.fieldChanges],
      ["platform.fact", this.facts.map((fact) => ({ ...fact, attempts: 0, next_attempt_at: fact.at }))],
      ["platform.mail", this.mails, "on conflict (key) do nothing"],
      ["platform.dual_write", this.dualWrites],
      ["platform.decision", this.decisions],
      ["platform.link", this.links],
      ["platform.notification", this.notifications, "on conflict (key) do nothing"],
    ]
    const filled = tables.filter(([, rows]) => rows.length > 0)
    if (filled.length + this.attempts.length === 0) return
    const inserts = filled.map(([table, [first = {}], onConflict = ""], at) => {
      const columns = Object.keys(first)
        .map((name) => `"${name}"`)
        .join(", ")
      return `written_${at} as (insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $${at + 1}::jsonb) ${onConflict})`
    })
    const spent = `select platform.spend(key, points, at, until) from jsonb_to_recordset($${filled.length + 1}::jsonb) as attempt (key text, points int, at bigint, until bigint)`
    const values = [...filled.map(([, rows]) => rows), this.attempts].map((rows) => JSON.stringify(rows))
    await writing(inserts, spent)(tx, values).catch((error) => {
      throw refusalOf(error) ?? error
    })
    for (const [, rows] of tables) rows.length = 0
    this.facts.length = 0
    this.#records.clear()
    this.attempts.length = 0
  }
}

const known = new Map<string, ReturnType<typeof statement>>()

/** One statement for each set of tables that commands write together. */
function writing(inserts: string[], spent: string) {
  const text = inserts.length > 0 ? `with ${inserts.join(",\n")}\n${spent}` : spent
  const before = known.get(text)
  if (before) return before
  const made = statement(text)
  known.set(text, made)
  return made
}
