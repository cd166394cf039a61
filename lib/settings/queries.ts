import { Prisma } from "@/lib/platform/db"
import { readPage } from "@/lib/platform/keyset"
import type { ListQuery } from "@/lib/platform/list-query"
import type { Listing } from "@/lib/platform/listing"
import { byTime } from "@/lib/platform/sort-keys"
import type { MailState } from "@/prisma/generated/enums"

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

/** A row of all mails: exactly what it shows. */
export type MailListRow = {
  id: string
  sortValue: string | null
  subject: string
  letter: string
  toName: string
  toAddress: string
  state: MailState
  attempts: number
  lastError: string | null
  createdAt: Date
  sendAfter: Date
  sentAt: Date | null
  /** The prospect that the mail is about, where it is about one. */
  prospectId: string | null
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

const mailColumns = Prisma.sql`subject, letter, to_name as "toName", to_address as "toAddress", state::text as state, attempts,
  last_error as "lastError", created_at as "createdAt", send_after as "sendAfter", sent_at as "sentAt", about ->> 'prospectId' as "prospectId"`

/** A page of all mails, newest first. */
export function listMails(query: ListQuery<"state">) {
  const where = [
    ...(query.filters.state ? [Prisma.sql`state = ${query.filters.state}::platform.mail_state`] : []),
    ...(query.q ? [holds(Prisma.sql`subject || ' ' || to_name || ' ' || to_address`, query.q)] : []),
  ]
  return readPage<MailListRow>(newest(Prisma.sql`platform.mail`, mailColumns, where, Prisma.sql`created_at`), query)
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
