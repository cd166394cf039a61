import type { RecordKind } from "./audit"
import type { Actor } from "./context"
import type { Ledger, Row } from "./ledger"

/** What can change before the eyes of others. A session ends, somebody opens a record, a person has a notification: these have ids of their own. */
export type TouchKind = RecordKind | "session" | "presence" | "notification" | ""
export type Touch = { kind: TouchKind; id: string }

/**
 * What one transaction changed, for those who look at it at that moment: kinds and ids, and which member of staff did it.
 * The kind is empty where only the id is known. `many` names the kinds of which too many changed to list them.
 */
export type Notice = { by: { id: string; name: string } | null; records: Touch[]; many: TouchKind[] }

/** More than these, and nobody looks at them one by one. */
const mostRecords = 80

/** What to tell of a transaction; null when nothing changed that anybody could see. */
export function noticeOf(ledger: Ledger, actor: Actor): Notice | null {
  const kinds = new Map<string, TouchKind>()
  const add = (kind: unknown, id: unknown) => {
    if (typeof id === "string") kinds.set(id, kinds.get(id) || (typeof kind === "string" ? (kind as TouchKind) : ""))
  }
  for (const { kind, id } of ledger.touched) add(kind, id)
  for (const row of ledger.notifications) add("notification", row.person_id)
  for (const row of ledger.dualWrites) {
    add(row.source_kind, row.source_id)
    add(row.target_kind, row.target_id)
  }
  for (const row of ledger.decisions) {
    for (const kind of ["lead", "opportunity", "prospect"]) add(kind, row[`${kind}_id`])
  }
  for (const row of ledger.audit) add(row.record_kind, row.record_id)
  for (const row of [...ledger.audit, ...ledger.mails]) for (const id of idsOf(row)) add("", id)
  if (kinds.size === 0) return null
  const records = [...kinds].map(([id, kind]) => ({ kind, id }))
  const by = actor.kind === "staff" && actor.id ? { id: actor.id, name: actor.name } : null
  return records.length <= mostRecords ? { by, records, many: [] } : { by, records: [], many: [...new Set(kinds.values())].filter(Boolean) }
}

const idsOf = (row: Row): unknown[] => (Array.isArray(row.record_ids) ? row.record_ids : [])

type Packed = [by: [id: string, name: string] | 0, records: [kind: string, ids: string[]][], many: string[]]

/** Notices as short text, for a channel that carries 8,000 bytes at once. */
export function packNotice({ by, records, many }: Notice): string {
  const byKind = new Map<string, string[]>()
  for (const { kind, id } of records) byKind.set(kind, [...(byKind.get(kind) ?? []), id])
  return JSON.stringify([by ? [by.id, by.name] : 0, [...byKind], many] satisfies Packed)
}

export function unpackNotice(text: string): Notice {
  const [by, records, many] = JSON.parse(text) as Packed
  return {
    by: by ? { id: by[0], name: by[1] } : null,
    records: records.flatMap(([kind, ids]) => ids.map((id) => ({ kind: kind as TouchKind, id }))),
    many: many as TouchKind[],
  }
}
