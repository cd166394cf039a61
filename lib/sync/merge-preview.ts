import type { Staff } from "@/lib/identity/actor"
import { db } from "@/lib/platform/db"
import { findMerged, type MergedRecordRow } from "@/lib/platform/merged-record"
import { isRecordId } from "@/lib/platform/record-href"
import { runningMaps } from "./maps"
import { countWhatCustomerMoves, countWhatMoves } from "./merge-counts"
import { type FieldTexts, keepsByDefault, type MergeKind, mergeFields, textsOf } from "./merge-fields"
import { type MergeSide, refusalToMerge } from "./merge-rules"
import { type Telling, tellingOf } from "./merge-telling"
import { commerceSentences } from "./merge-words"
import { type MergeRow, readMergeRow, readSide } from "./read-merge"

/** One of two records that are compared, and what would follow from its becoming the one that stays. */
export type ComparedSide = {
  id: string
  version: number
  label: string
  ownerName: string | null
  createdAt: Date
  /** The number of its request or its customer in Commerce. */
  number: { kind: "prospect" | "customer"; id: string; number: string } | null
  currency: string
  /** What belongs to it, in words: what moves if it becomes part of the other. */
  has: string[]
  /** What happens in Commerce if it stays, and why it cannot, or null. */
  commerce: string[]
  refusal: string | null
  /** Whom it can tell, if it stays, that the other's request became part of its own; null where nobody is to be told. */
  tells: Telling | null
}

export type ComparedField = { key: string; label: string; a: FieldTexts; b: FieldTexts; keeps: "a" | "b" | null }
export type MergePreview = { kind: MergeKind; a: ComparedSide; b: ComparedSide; fields: ComparedField[] }

/** Two records side by side for somebody who may merge them; the one that became part of another meanwhile; null where one of them is not there. */
export async function getMergePreview(
  staff: Staff,
  kind: MergeKind,
  ids: { a: string; b: string },
  now: Date,
): Promise<MergePreview | { merged: MergedRecordRow } | null> {
  if (!isRecordId(ids.a) || !isRecordId(ids.b)) return null
  const [a, b] = await Promise.all([readMergeRow(db, kind, ids.a), readMergeRow(db, kind, ids.b)])
  if (!a || !b) {
    const merged = (await findMerged(db, ids.a)) ?? (await findMerged(db, ids.b))
    return merged && merged.kind === kind ? { merged } : null
  }
  const [one, other, maps] = await Promise.all([readSide(db, a, now), readSide(db, b, now), runningMaps(db)])
  const judged = (primary: MergeSide, loser: MergeSide) => refusalToMerge({ kind, primary, loser, maps }, staff)?.message ?? null
  return {
    kind,
    a: await sideOf(kind, a, one, b, other, judged(one, other)),
    b: await sideOf(kind, b, other, a, one, judged(other, one)),
    fields: mergeFields(kind, a, b).map((field) => {
      const [mine, theirs] = [textsOf(field, a), textsOf(field, b)]
      return { key: field.key, label: field.label, a: mine, b: theirs, keeps: fuller(mine, theirs) }
    }),
  }
}

/** Which of two says more than the other, and all of it; null where each says something of its own, or the same. */
function fuller(a: FieldTexts, b: FieldTexts): "a" | "b" | null {
  if (keepsByDefault(a, b) === "loser") return "b"
  return keepsByDefault(b, a) === "loser" ? "a" : null
}

async function sideOf(
  kind: MergeKind,
  row: MergeRow,
  side: MergeSide,
  otherRow: MergeRow,
  other: MergeSide,
  refusal: string | null,
): Promise<ComparedSide> {
  const { id, version, label, ownerName, currency = "EUR" } = row
  const follows = otherRow.customerId && row.customerId ? await countWhatCustomerMoves(db, otherRow.customerId) : []
  const number = side.request ?? side.customer
  const numberId = row.prospectId ?? row.customerId
  return {
    id,
    version,
    label,
    ownerName,
    currency,
    createdAt: row.createdAt as Date,
    number: number && numberId ? { kind: side.request ? "prospect" : "customer", id: numberId, number: number.number } : null,
    has: await countWhatMoves(db, kind, id),
    commerce: commerceSentences(kind, side, other, follows),
    refusal,
    tells: kind === "lead" ? tellingOf(side, other) : null,
  }
}
