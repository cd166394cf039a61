import { db } from "@/lib/platform/db"
import { isRecordId } from "@/lib/platform/record-href"

/** A record that a move touched. Its label is what it is called today; null for one that is not there any more. */
export type TouchedRecord = { id: string; kind: string; label: string | null }

export type EntryDetail = NonNullable<Awaited<ReturnType<typeof getAuditEntry>>>

/** Where records are, by kind, and what they are called. A part that has records of its own adds a line. */
const places: readonly [kind: string, table: string, label: string][] = [
  ["prospect", "commerce.prospect", "number || ' ' || company_name"],
  ["lead", "sales.lead", "company_name"],
  ["opportunity", "sales.opportunity", "topic"],
  ["account", "sales.account", "name"],
  ["contact", "sales.contact", "concat_ws(' ', first_name, last_name)"],
  ["customer", "commerce.customer", "number || ' ' || name"],
  ["hierarchy", "commerce.hierarchy", "number || ' ' || name"],
  ["run", "platform.bulk_run", "title"],
  ["person", "platform.person", "name"],
  ["sequence", "platform.number_sequence", "name"],
]

const known = places
  .map(([kind, table, label]) => `select '${kind}' as kind, id, ${label} as label from ${table} where id = any($1::uuid[])`)
  .join(" union all ")

async function touchedRecords(ids: readonly string[], own: { id: string; kind: string }): Promise<TouchedRecord[]> {
  const found = await db.$queryRawUnsafe<TouchedRecord[]>(known, ids)
  const byId = new Map(found.map((record) => [record.id, record]))
  return ids.map((id) => byId.get(id) ?? { id, kind: id === own.id ? own.kind : "record", label: null })
}

/** One row of the audit with all that belongs to it: every record it touched, the fields it changed, what decided, and its place in the chain. */
export async function getAuditEntry(id: string) {
  if (!isRecordId(id)) return null
  const entry = await db.auditEntry.findUnique({ where: { id } })
  if (!entry) return null
  const [touched, changes, decision, seal] = await Promise.all([
    touchedRecords(entry.recordIds, { id: entry.recordId, kind: entry.recordKind }),
    db.fieldChange.findMany({ where: { auditId: id }, orderBy: { id: "asc" }, take: 500 }),
    entry.decisionId ? db.decision.findUnique({ where: { id: entry.decisionId } }) : null,
    db.auditSeal.findUnique({ where: { entryId: id } }),
  ])
  const [before, block] = seal
    ? await Promise.all([
        db.auditSeal.findUnique({ where: { seq: seal.seq - 1n }, select: { hash: true } }),
        db.auditBlock.findFirst({
          where: { lastSeq: { gte: seal.seq } },
          orderBy: { lastSeq: "asc" },
          select: { number: true, sealedAt: true },
        }),
      ])
    : [null, null]
  const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex")
  return {
    ...entry,
    touched,
    changes,
    rule: decision?.ruleName ? { name: decision.ruleName, version: decision.ruleVersion } : null,
    undone: decision?.undoneAt ? { at: decision.undoneAt, by: decision.undoneBy } : null,
    byTwo: decision?.approvalId !== null && decision?.approvalId !== undefined,
    seal: seal && {
      place: Number(seal.seq),
      contentHash: hex(seal.contentHash),
      hash: hex(seal.hash),
      previousHash: before ? hex(before.hash) : null,
      block: block?.number ?? null,
      sealedAt: block?.sealedAt ?? null,
    },
  }
}

/** The label of a record, for the filter that asks for its moves. */
export async function labelOfRecord(id: string): Promise<string> {
  const [record] = await touchedRecords([id], { id, kind: "record" })
  if (record?.label) return record.label
  const entry = await db.auditEntry.findFirst({ where: { recordIds: { has: id }, recordId: id }, select: { recordLabel: true } })
  return entry?.recordLabel ?? id
}
