import { cache } from "react"
import type { Staff } from "@/lib/identity/actor"
import { db, Prisma } from "@/lib/platform/db"
import { holdsSql } from "@/lib/platform/holding-sql"
import { isRecordId } from "@/lib/platform/record-href"
import { matching, openChosenView } from "./gather-items"
import { type BulkKind, type BulkList, bulkKindNames, bulkLists, mostInRun } from "./kinds"

const shown = {
  ...{ id: true, list: true, kind: true, state: true, title: true, source: true, input: true, total: true, through: true },
  ...{
    ready: true,
    choose: true,
    second: true,
    chosen: true,
    blocked: true,
    done: true,
    skipped: true,
    failed: true,
    undone: true,
    kept: true,
  },
  ...{ error: true, personId: true, personName: true, createdAt: true, startedAt: true, finishedAt: true },
  ...{ undoableUntil: true, undoneAt: true, undoneBy: true },
} as const

/** A run as its page shows it; null when there is none. Read once in a request. */
export const getRun = cache(async (id: string) => {
  if (!isRecordId(id)) return null
  const run = await db.bulkRun.findUnique({ where: { id }, select: shown })
  const [list, kind] = [bulkLists.find((one) => one === run?.list), bulkKindNames.find((one) => one === run?.kind)]
  return run && list && kind ? { ...run, list, kind } : null
})

export type RunView = NonNullable<Awaited<ReturnType<typeof getRun>>>

const newest = 50

/** The latest runs of everybody, newest first; those that were discarded before they began are left out. With a search, the latest that hold it. */
export async function listRuns(q = "") {
  const runs = await db.bulkRun.findMany({
    where: q ? { id: { in: await findRuns(q) } } : { NOT: { state: "canceled" } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: newest,
    select: shown,
  })
  return runs.map((run) => ({ ...run, list: run.list as BulkList, kind: run.kind as BulkKind }))
}

async function findRuns(q: string): Promise<string[]> {
  const texts = [Prisma.sql`title`, Prisma.sql`source`, Prisma.sql`person_name`]
  const found = await db.$queryRaw<{ id: string }[]>`
    select id from platform.bulk_run where state <> 'canceled' and ${holdsSql(q, ...texts)}
    order by created_at desc, id desc limit ${newest}`
  return found.map(({ id }) => id)
}

/** How many records a view holds that somebody would take in bulk, counted up to one more than a run may have. */
export async function countMatching(staff: Staff, list: BulkList, view: string, now: Date): Promise<{ count: number; isTooMany: boolean }> {
  const { query } = await openChosenView(staff, { list, view })
  const { from, where } = matching(staff, list, query, now)
  const [counted] = await db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from (select 1 from ${from} where ${where} limit ${mostInRun + 1}) counted`
  const count = counted?.count ?? 0
  return { count, isTooMany: count > mostInRun }
}

export const verdicts = ["ready", "choose", "second", "blocked"] as const
export const results = ["done", "skipped", "failed", "undone", "kept"] as const
export type ItemFilter = (typeof verdicts)[number] | (typeof results)[number] | null

/** Something that may be chosen for a record: an account that was found, with why. */
export type FoundChoice = { id: string; label: string; why: string }
export type RunItemView = {
  place: number
  recordId: string
  label: string
  verdict: (typeof verdicts)[number] | null
  result: (typeof results)[number] | null
  text: string
  found: FoundChoice[]
  choice: string | null
}

const pageSize = 50

const pickOf = (choice: unknown): string | null =>
  typeof choice === "object" && choice !== null && "pick" in choice && typeof choice.pick === "string" ? choice.pick : null

/** A page of a run's records in the order of their view; `next` is the place after which the next page begins. */
export async function listRunItems(run: Pick<RunView, "id">, filter: ItemFilter, after: number) {
  const isResult = results.some((result) => result === filter)
  const where =
    filter === null ? {} : isResult ? { result: filter as (typeof results)[number] } : { verdict: filter as (typeof verdicts)[number] }
  const found = await db.bulkItem.findMany({
    where: { runId: run.id, place: { gt: after }, ...where },
    orderBy: { place: "asc" },
    take: pageSize + 1,
    select: { place: true, recordId: true, label: true, verdict: true, told: true, found: true, choice: true, result: true, why: true },
  })
  const rows = found.slice(0, pageSize).map(
    ({ told, why, found: choices, choice, ...item }): RunItemView => ({
      ...item,
      text: why ?? told ?? "",
      found: (choices ?? []) as FoundChoice[],
      choice: pickOf(choice),
    }),
  )
  return { rows, next: found.length > pageSize ? (rows.at(-1)?.place ?? null) : null }
}

/** How many records of a run still need a choice. */
export async function countOpenChoices(runId: string): Promise<number> {
  const [counted] = await db.$queryRaw<{ open: number }[]>`
    select count(*)::int as open from platform.bulk_item where run_id = ${runId}::uuid and verdict = 'choose' and choice->>'pick' is null`
  return counted?.open ?? 0
}

const noAsks = { asks: 0, ofSecond: 0 }

/** For how many records of a run a second person will be asked, or was; and how many of these need nothing else to be chosen. Only what needed a choice or a second person is asked for. */
export async function countAsks({ id, choose, second }: Pick<RunView, "id" | "choose" | "second">): Promise<typeof noAsks> {
  if (choose + second === 0) return noAsks
  const [counted] = await db.$queryRaw<(typeof noAsks)[]>`
    select count(*)::int as asks, count(*) filter (where verdict = 'second')::int as "ofSecond"
    from platform.bulk_item where run_id = ${id}::uuid and verdict in ('choose', 'second') and (verdict = 'second' or choice->>'asks' = 'true')
      and coalesce(choice->>'pick', 'skip') <> 'skip' and (result is null or (result = 'done' and before ? 'approvalId'))`
  return counted ?? noAsks
}
