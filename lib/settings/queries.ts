import { Prisma } from "@/lib/platform/db"
import { readPage } from "@/lib/platform/keyset"
import type { ListQuery } from "@/lib/platform/list-query"
import type { Listing } from "@/lib/platform/listing"
import { byTime } from "@/lib/platform/sort-keys"

/** A row of the audit: exactly what it shows. */
export type AuditRow = {
  id: string
  sortValue: string | null
  at: Date
  move: string
  actorName: string
  actorRole: string
  recordKind: string
  recordId: string
  recordLabel: string
  from: string | null
  to: string | null
  reason: string | null
}

/** Text that was typed, anywhere in some columns, whatever its case. */
const holds = (columns: Prisma.Sql, typed: string): Prisma.Sql =>
  Prisma.sql`lower(${columns}) like ${`%${typed.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`}`

const auditColumns = Prisma.sql`at, move, actor_name as "actorName", actor_role as "actorRole", record_kind as "recordKind",
  record_id as "recordId", record_label as "recordLabel", "from", "to", reason`

/** A page of the audit, newest first. */
export function listAudit(query: ListQuery) {
  const where = query.q ? [holds(Prisma.sql`record_label || ' ' || actor_name || ' ' || move`, query.q)] : []
  return readPage<AuditRow>(newest(Prisma.sql`platform.audit_entry`, auditColumns, where, Prisma.sql`at`), query)
}

const newest = (from: Prisma.Sql, columns: Prisma.Sql, where: Prisma.Sql[], at: Prisma.Sql): Listing => ({
  from,
  id: Prisma.sql`id`,
  columns,
  within: [],
  narrowed: where,
  sort: byTime(at),
  descending: true,
})
