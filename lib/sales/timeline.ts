import { db } from "@/lib/platform/db"
import { isMoveName, type MoveName } from "@/lib/platform/move-words"
import type { DualWriteState, MailState, MapKey } from "@/prisma/generated/enums"

type Named = { kind: string; id: string; label: string }

/** One thing that happened to a record, from one of the four ledgers. */
export type TimelineEntry = { id: string; at: Date } & (
  | { kind: "note"; actorName: string; text: string }
  | { kind: "move"; move: MoveName; actorName: string; record: Named; from: string | null; to: string | null; reason: string | null }
  | {
      kind: "mail"
      letter: string
      subject: string
      toAddress: string
      language: string
      state: MailState
      sendAfter: Date
      attempts: number
      lastError: string | null
    }
  | { kind: "dual-write"; map: MapKey; operation: string; source: Named; target: Named; state: DualWriteState; error: string | null }
)

/** The records whose story is told together: an opportunity's with its lead's, an account's with all that belongs to it. */
export type TimelineOf = {
  leads?: string[]
  opportunities?: string[]
  accounts?: string[]
  contacts?: string[]
  /** Records of which only the dual-writes are told: the account and the contact of a deal. */
  parties?: string[]
}

/** How many entries of each ledger are told at most. */
const atMost = 100

/** What stands above the other of two things that happened in the same transaction. */
const rank: Record<TimelineEntry["kind"], number> = { note: 3, mail: 2, "dual-write": 1, move: 0 }

/** What happened to some records, newest first, each thing once. */
export async function readTimeline(of: TimelineOf): Promise<TimelineEntry[]> {
  const { leads = [], opportunities = [], accounts = [], contacts = [], parties = [] } = of
  const ids = [...leads, ...opportunities, ...accounts, ...contacts]
  const entries = await Promise.all([
    notes({ leads, opportunities, accounts, contacts }),
    moves(ids),
    mails(ids),
    dualWrites([...ids, ...parties]),
  ])
  return entries.flat().sort((a, b) => b.at.getTime() - a.at.getTime() || rank[b.kind] - rank[a.kind] || (a.id < b.id ? 1 : -1))
}

async function notes({ leads, opportunities, accounts, contacts }: Required<Omit<TimelineOf, "parties">>): Promise<TimelineEntry[]> {
  const about = [
    { leadId: { in: leads } },
    { opportunityId: { in: opportunities } },
    { accountId: { in: accounts } },
    { contactId: { in: contacts } },
  ]
  const rows = await db.activity.findMany({
    where: { OR: about },
    orderBy: { at: "desc" },
    take: atMost,
    select: { id: true, at: true, actorName: true, text: true },
  })
  return rows.map((row) => ({ kind: "note", ...row }))
}

async function moves(ids: string[]): Promise<TimelineEntry[]> {
  const rows = await db.auditEntry.findMany({
    where: { recordIds: { hasSome: ids } },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: atMost,
    select: {
      id: true,
      at: true,
      move: true,
      actorName: true,
      recordKind: true,
      recordId: true,
      recordLabel: true,
      from: true,
      to: true,
      reason: true,
    },
  })
  return rows.flatMap(({ move, recordKind, recordId, recordLabel, ...row }) =>
    isMoveName(move) ? { kind: "move", move, record: { kind: recordKind, id: recordId, label: recordLabel }, ...row } : [],
  )
}

async function mails(ids: string[]): Promise<TimelineEntry[]> {
  const rows = await db.mail.findMany({
    where: { recordIds: { hasSome: ids } },
    orderBy: { createdAt: "desc" },
    take: atMost,
    select: {
      id: true,
      letter: true,
      subject: true,
      toAddress: true,
      language: true,
      state: true,
      sendAfter: true,
      attempts: true,
      lastError: true,
      createdAt: true,
      sentAt: true,
    },
  })
  return rows.map(({ createdAt, sentAt, ...row }) => ({ kind: "mail", at: sentAt ?? createdAt, ...row }))
}

async function dualWrites(ids: string[]): Promise<TimelineEntry[]> {
  const rows = await db.dualWrite.findMany({
    where: { OR: [{ sourceId: { in: ids } }, { targetId: { in: ids } }] },
    orderBy: { seq: "desc" },
    take: atMost,
    select: {
      seq: true,
      at: true,
      map: true,
      operation: true,
      state: true,
      error: true,
      sourceKind: true,
      sourceId: true,
      sourceLabel: true,
      targetKind: true,
      targetId: true,
      targetLabel: true,
    },
  })
  return rows.map(({ seq, at, map, operation, state, error, ...row }) => ({
    kind: "dual-write",
    id: String(seq),
    at,
    map,
    operation,
    state,
    error,
    source: { kind: row.sourceKind, id: row.sourceId, label: row.sourceLabel },
    target: { kind: row.targetKind, id: row.targetId, label: row.targetLabel },
  }))
}
