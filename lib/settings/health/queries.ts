import { db, pool } from "@/lib/platform/db"
import { env } from "@/lib/platform/env"
import { version } from "@/lib/platform/version"
import type { Offender } from "@/lib/sync/invariants"
import { checks } from "./checks"

export type CheckState = "Met" | "Broken" | "Failed" | "Waiting" | "Running" | "Not checked"

/** A check as the page shows it. */
export type CheckView = {
  key: string
  words: string
  state: CheckState
  checkedAt: Date | null
  tookMs: number | null
  found: number
  broken: Offender[]
  told: string | null
  askedBy: string | null
}

type Kept = Awaited<ReturnType<typeof db.houseCheck.findMany>>[number]

/** A check that began longer ago has died with its worker. */
const deadMs = 1_800_000

function stateOf(kept: Kept | undefined, now: Date): CheckState {
  if (kept?.startedAt && now.getTime() - kept.startedAt.getTime() < deadMs) return "Running"
  if (kept?.askedAt) return "Waiting"
  if (!kept?.checkedAt) return "Not checked"
  if (kept.error) return "Failed"
  return kept.found > 0 ? "Broken" : "Met"
}

/** Every check with what it found last. */
export async function listChecks(now: Date): Promise<CheckView[]> {
  const kept = new Map((await db.houseCheck.findMany()).map((row) => [row.key, row]))
  return checks.map(({ key, words }) => {
    const last = kept.get(key)
    const { checkedAt = null, tookMs = null, found = 0, broken = [], told = null, error = null, askedBy = null } = last ?? {}
    return { key, words, state: stateOf(last, now), checkedAt, tookMs, found, broken: broken as Offender[], told: error ?? told, askedBy }
  })
}

export type WorkerView = { id: string; host: string; pid: number; version: string; startedAt: Date; beatAt: Date; isAlive: boolean }

const silentMs = 60_000

/** The workers of the last week; one that was silent for a minute counts as gone. */
export async function listWorkers(now: Date): Promise<WorkerView[]> {
  const beats = await db.workerBeat.findMany({ orderBy: { beatAt: "desc" }, take: 20 })
  return beats.map((one) => ({ ...one, isAlive: now.getTime() - one.beatAt.getTime() < silentMs }))
}

/** A queue is counted so far. */
export const queueCountedTo = 10_000

/** How many wait in a queue, and since when the oldest is due. */
export type QueueView = { key: string; name: string; waiting: number; since: Date | null }

/** Each queue as the rows that are due, with the hour since which they are; null where nobody wrote one down. */
const queues: readonly { key: string; name: string; due: string }[] = [
  {
    key: "mail",
    name: "Letters due",
    due: "select send_after as since from platform.mail where state in ('waiting', 'sending') and send_after <= now() order by send_after",
  },
  {
    key: "facts",
    name: "Reactions due",
    due: "select next_attempt_at as since from platform.fact where done_at is null and parked_at is null and next_attempt_at <= now() order by next_attempt_at",
  },
  { key: "match_due", name: "To be matched", due: "select null::timestamptz as since from sales.match_due" },
  { key: "score_queue", name: "To be scored", due: "select null::timestamptz as since from sales.score_queue" },
  {
    key: "runs",
    name: "Runs",
    due: "select moved_at as since from platform.bulk_run where state in ('checking', 'running', 'releasing', 'undoing')",
  },
  { key: "audit_due", name: "To be sealed", due: "select null::timestamptz as since from platform.audit_due" },
  {
    key: "dual_write",
    name: "Dual-writes",
    due: "select at as since from platform.dual_write where state = 'queued' order by seq",
  },
]

/** How long each queue of the house is; each is counted to ten thousand. */
export async function listQueues(): Promise<QueueView[]> {
  const each = queues.map(
    ({ key, due }) => `select '${key}' as key, count(*)::int as waiting, min(since) as since from (${due} limit ${queueCountedTo}) ${key}`,
  )
  const { rows } = await pool.query<{ key: string; waiting: number; since: Date | null }>(each.join(" union all "))
  return queues.map(({ key, name }) => ({ key, name, ...(rows.find((row) => row.key === key) ?? { waiting: 0, since: null }) }))
}

/** What went wrong and waits for somebody. */
export type Troubles = { failedMails: number; parkedFacts: number; catchUpErrors: number }

const troubles = `
  select (select count(*)::int from (select 1 from platform.mail where state = 'failed' limit ${queueCountedTo}) m) as "failedMails",
    (select count(*)::int from (select 1 from platform.fact where parked_at is not null limit ${queueCountedTo}) f) as "parkedFacts",
    (select count(*)::int from (select 1 from platform.dual_write where state = 'failed' limit ${queueCountedTo}) w) as "catchUpErrors"`

export async function getTroubles(): Promise<Troubles> {
  const { rows } = await pool.query<Troubles>(troubles)
  return rows[0] ?? { failedMails: 0, parkedFacts: 0, catchUpErrors: 0 }
}

export type HouseFacts = {
  version: string
  node: string
  postgres: string
  answerMs: number
  bytes: number
  connections: number
  mostConnections: number
  migration: string | null
  hasAuditSecret: boolean
}

const facts = `
  select current_setting('server_version') as postgres, pg_database_size(current_database())::float8 as bytes,
    (select count(*)::int from pg_stat_activity where datname = current_database()) as connections, current_setting('max_connections')::int as "mostConnections",
    (select migration_name from _prisma_migrations where finished_at is not null order by finished_at desc, migration_name desc limit 1) as migration`

/** What runs here, and how the database answers. */
export async function getHouseFacts(): Promise<HouseFacts> {
  const startedAt = performance.now()
  await pool.query("select 1")
  const answerMs = performance.now() - startedAt
  const { rows } = await pool.query<Omit<HouseFacts, "version" | "node" | "answerMs" | "hasAuditSecret">>(facts)
  const [said] = rows
  if (!said) throw new Error("A select without a condition answered with no row")
  return { ...said, version, node: process.versions.node, answerMs, hasAuditSecret: env().AUDIT_SECRET !== undefined }
}
