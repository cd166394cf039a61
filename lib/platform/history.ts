import { db, Prisma } from "./db"
import type { Field } from "./fields"

/** One change of one field, as its History tells it; values are codes and plain texts. */
export type HistoryRow = { id: string; at: Date; field: string; from: string | null; to: string | null; actorName: string }
/** A field as its History reads it. */
export type HistoryField = Pick<Field, "label" | "kind" | "words">
export type HistoryPage = { rows: HistoryRow[]; next: string | null }

type Asked = { recordId: string; field?: string | null; after?: string | null; take?: number }

const cursorForm = /^(\d{1,16})~([0-9a-f-]{36})$/

/** The changes of a record, or of one field of it, newest first. `after` is a place in that order, as `next` gave it. */
export async function readHistory({ recordId, field, after, take = 50 }: Asked): Promise<HistoryPage> {
  const [, ms, id] = cursorForm.exec(after ?? "") ?? []
  const older = ms && id ? Prisma.sql`and (at, id) < (${new Date(Number(ms))}::timestamptz, ${id}::uuid)` : Prisma.empty
  const ofField = field ? Prisma.sql`and field = ${field}` : Prisma.empty
  const found = await db.$queryRaw<HistoryRow[]>`
    select id, at, field, "from", "to", actor_name as "actorName" from platform.field_change
    where record_id = ${recordId}::uuid ${ofField} ${older} order by at desc, id desc limit ${take + 1}`
  const rows = found.slice(0, take)
  const last = rows.at(-1)
  return { rows, next: found.length > take && last ? `${last.at.getTime()}~${last.id}` : null }
}
