import type { Tx } from "./db"
import { AppError } from "./errors"
import { toldMoment } from "./moment-text"
import { isRecordId } from "./record-href"
import { statement } from "./statement"

/** A record that became part of another: which, into which, by whom and when; null for one that stands, or never was. */
export async function findMerged(tx: Tx, id: string) {
  return isRecordId(id) ? tx.mergedRecord.findUnique({ where: { id } }) : null
}

export type MergedRecordRow = NonNullable<Awaited<ReturnType<typeof findMerged>>>

/** Where the merged record went, as a sentence. */
export const mergedSentence = ({
  label,
  intoLabel,
  actorName,
  at,
}: Pick<MergedRecordRow, "label" | "intoLabel" | "actorName" | "at">): string =>
  `${label} was merged into ${intoLabel} by ${actorName} on ${toldMoment(at)}.`

/** The error for somebody who works a record that is not there: it says so where it became part of another. */
export async function gone(tx: Tx, noun: string, id: string): Promise<AppError> {
  const merged = await findMerged(tx, id)
  if (!merged) return new AppError("not_found", `There is no such ${noun}.`)
  return new AppError("conflict", `${mergedSentence(merged)} Your change was not made; work there instead.`)
}

const together = statement<{ id: string; intoId: string }>(`
  with recursive part as (
    select id, into_id, into_id as root, 1 as depth from platform.merged_record where into_id = any($1::uuid[])
    union all
    select m.id, m.into_id, p.root, p.depth + 1 from platform.merged_record m join part p on m.into_id = p.id where p.depth < 20
  )
  select id, root as "intoId" from part limit 500`)

/** The records that became part of these, however often, each with which of these it is now. */
export async function mergedInto(tx: Tx, ids: readonly string[]): Promise<{ id: string; intoId: string }[]> {
  return ids.length === 0 ? [] : together(tx, [ids])
}

/** The record that stands for one today: itself, unless it became part of another. */
export async function standsFor(tx: Tx, id: string): Promise<string> {
  const merged = await findMerged(tx, id)
  return merged ? standsFor(tx, merged.intoId) : id
}
