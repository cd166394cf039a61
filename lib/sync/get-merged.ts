import { cache } from "react"
import type { Staff } from "@/lib/identity/actor"
import { findMergedLetter } from "@/lib/mail/post-request-merged"
import { db } from "@/lib/platform/db"
import { findMerged } from "@/lib/platform/merged-record"
import { tableOf } from "./merge-counts"
import { type FieldTexts, type MergeKind, mergeFields, textsOf } from "./merge-fields"
import { refusalToUnmerge } from "./merge-rules"
import { readStanding } from "./read-standing"

/** A record that became part of another; null for one that stands or never was. Read once in a request. */
export const getMergedRecord = cache(async (id: string) => findMerged(db, id))

export type MergedView = NonNullable<Awaited<ReturnType<typeof getMergedView>>>

/** What is told of a record that became part of another: into which, what it was, what went over, and whether this person can take it apart. */
export async function getMergedView(staff: Staff, id: string, now: Date) {
  const record = await getMergedRecord(id)
  const merge = record && (await db.recordMerge.findUnique({ where: { id: record.mergeId } }))
  if (!record || !merge) return null
  const kind = merge.kind as MergeKind
  const { standing } = await readStanding(db, merge, now)
  return {
    record,
    kind,
    mergeId: merge.id,
    counts: merge.counts,
    /** The email that told of it, if there is one. */
    letter: await findMergedLetter(db, merge.id),
    until: merge.undoableUntil,
    /** The record of Sales whose merge took this one along. */
    loser: { id: merge.loserId, label: merge.loserLabel },
    primary: { id: merge.primaryId, label: merge.primaryLabel },
    refusal: refusalToUnmerge({ ...merge, kind }, standing, staff, now)?.message ?? null,
    was: wasOf(kind, merge.taken),
  }
}

const camel = (column: string) => column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())

/** The fields of the record as they were when it was put away. */
function wasOf(kind: MergeKind, taken: unknown): { fields: { key: string; label: string; texts: FieldTexts }[]; currency: string } {
  const rows = Array.isArray(taken) ? (taken as { table: string; row: Record<string, unknown> }[]) : []
  const row = rows.find(({ table }) => table === tableOf[kind])?.row ?? {}
  const record = Object.fromEntries(Object.entries(row).map(([column, value]) => [camel(column), value]))
  const currency = typeof record.currency === "string" ? record.currency : "EUR"
  const fields = mergeFields(kind, { currency }, { currency }).filter(({ key }) => key !== "account")
  return { currency, fields: fields.map((field) => ({ key: field.key, label: field.label, texts: textsOf(field, record) })) }
}

export type MergedPart = { id: string; label: string; at: Date; actorName: string }

/** What became part of a record lately, the newest first: the merges that can still be taken apart. */
export const listMergedParts = (primaryId: string, now: Date): Promise<MergedPart[]> =>
  db.recordMerge
    .findMany({
      where: { primaryId, undoneAt: null, undoableUntil: { gt: now } },
      orderBy: { at: "desc" },
      take: 3,
      select: { loserId: true, loserLabel: true, at: true, actorName: true },
    })
    .then((rows) => rows.map(({ loserId, loserLabel, ...rest }) => ({ id: loserId, label: loserLabel, ...rest })))
