import { db, Prisma } from "@/lib/platform/db"
import { type Page, readPage } from "@/lib/platform/keyset"
import type { Listing } from "@/lib/platform/listing"
import { listNumberSequences } from "@/lib/platform/number-sequences"
import { byTime } from "@/lib/platform/sort-keys"
import { likeText } from "@/lib/platform/typed-text"
import { viewerZone } from "@/lib/platform/viewer-zone"
import { startOfDay } from "@/lib/platform/zone"
import { type AuditArea, movesOf } from "./areas"
import type { AuditQuery } from "./list"

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

const columns = Prisma.sql`e.at, e.move, e.actor_name as "actorName", e.actor_role as "actorRole", e.record_kind as "recordKind",
  e.record_id as "recordId", e.record_label as "recordLabel", e."from", e."to", e.reason`

/** The records that bear a number, whatever their kind. */
async function recordsOfNumber(typed: string): Promise<string[]> {
  if (!/\d/.test(typed) || typed.length > 60) return []
  const number = typed.toUpperCase()
  const sources = (await listNumberSequences()).map(
    ({ source }) => Prisma.sql`select id from ${Prisma.raw(source)} where number = ${number}`,
  )
  if (sources.length === 0) return []
  const found = await db.$queryRaw<{ id: string }[]>(Prisma.join(sources, " union all "))
  return found.map(({ id }) => id)
}

/** Which rows of the audit a query asks for. A number stands for every row that touched its record; other text is looked for in record, person and move. */
export async function auditListing({ q, filters, dir }: AuditQuery, viewerId: string): Promise<Listing> {
  const { area, move, person, record, from, to } = filters
  const within: Prisma.Sql[] = []
  if (person === "none") within.push(Prisma.sql`e.actor_id is null`)
  else if (person) within.push(Prisma.sql`e.actor_id = ${person === "me" ? viewerId : person}::uuid`)
  if (move) within.push(Prisma.sql`e.move = ${move}`)
  if (from) within.push(Prisma.sql`e.at >= ${startOfDay(viewerZone(), from)}::timestamptz`)
  if (to) within.push(Prisma.sql`e.at < ${startOfDay(viewerZone(), to, 1)}::timestamptz`)
  const narrowed: Prisma.Sql[] = []
  if (area) narrowed.push(Prisma.sql`e.move = any(${movesOf(area as AuditArea)}::text[])`)
  if (record) narrowed.push(Prisma.sql`e.record_ids @> array[${record}::uuid]`)
  if (q) {
    const ids = await recordsOfNumber(q)
    narrowed.push(
      ids.length > 0
        ? Prisma.sql`e.record_ids && ${ids}::uuid[]`
        : Prisma.sql`lower(e.record_label || ' ' || e.actor_name || ' ' || e.move) like ${`%${likeText(q.toLowerCase())}%`}`,
    )
  }
  const sort = byTime(Prisma.sql`e.at`)
  return { from: Prisma.sql`platform.audit_entry e`, id: Prisma.sql`e.id`, columns, within, narrowed, sort, descending: dir === "desc" }
}

/** A page of the audit, newest first. */
export async function listAudit(query: AuditQuery, viewerId: string): Promise<Page<AuditRow>> {
  return readPage<AuditRow>(await auditListing(query, viewerId), query)
}

export type ChainState = {
  /** Rows that are sealed, when the last of them was, and the hash of that one. */
  sealed: number
  sealedAt: Date | null
  head: string | null
  waiting: number
  verifiedAt: Date | null
  isBroken: boolean
  told: string | null
}

const waitingCountedTo = 10_000

/** How far the chain goes, and what its last verification found. */
export async function getChainState(): Promise<ChainState> {
  const [[end], [due], check] = await Promise.all([
    db.auditBlock.findMany({ orderBy: { number: "desc" }, take: 1, select: { lastSeq: true, lastHash: true, sealedAt: true } }),
    db.$queryRaw<{ n: number }[]>`select count(*)::int as n from (select 1 from platform.audit_due limit ${waitingCountedTo}) due`,
    db.houseCheck.findUnique({ where: { key: "audit-chain" } }),
  ])
  return {
    sealed: Number(end?.lastSeq ?? 0),
    sealedAt: end?.sealedAt ?? null,
    head: end ? Buffer.from(end.lastHash).toString("hex") : null,
    waiting: due?.n ?? 0,
    verifiedAt: check?.checkedAt ?? null,
    isBroken: (check?.found ?? 0) > 0,
    told: check?.error ?? check?.told ?? null,
  }
}
