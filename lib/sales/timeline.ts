import { z } from "zod"
import { db, Prisma } from "@/lib/platform/db"
import { isMoveName } from "@/lib/platform/move-words"
import { type ActivityEntry, reviveMoment, type TimelineEntry, type TimelinePage } from "./timeline-entry"
import type { TimelineShow } from "./timeline-shows"
import { aboutThese, activityColumns, storySources } from "./timeline-sources"

export type { ActivityEntry, TimelineEntry, TimelinePage }

/** The records whose story is told together: an opportunity's with its lead's, an account's with all that belongs to it. */
export type TimelineOf = {
  leads?: string[]
  opportunities?: string[]
  accounts?: string[]
  contacts?: string[]
  /** Records of which only the dual-writes are told: the account and the contact of a deal. */
  parties?: string[]
}

/** How many entries are told at a time. */
const pageSize = 40

const CursorParts = z.tuple([z.int(), z.int(), z.string().max(60)])
/** The place after which the story goes on: time, what stands above the other at one time, and key. */
export type TimelineCursor = { at: Date; rank: number; key: string }

function readCursor(text: string | null): TimelineCursor | null {
  if (!text) return null
  try {
    const [at, rank, key] = CursorParts.parse(JSON.parse(Buffer.from(text, "base64url").toString()))
    return { at: new Date(at), rank, key }
  } catch {
    return null
  }
}

const writeCursor = ({ at, rank, key }: TimelineCursor) => Buffer.from(JSON.stringify([at.getTime(), rank, key])).toString("base64url")

type Told = TimelineCursor & { entry: unknown }

/** The ledgers keep dates as text inside of what they tell. */
const toEntry = ({ at, entry }: Pick<Told, "at" | "entry">): TimelineEntry => ({
  ...(JSON.parse(JSON.stringify(entry), reviveMoment) as TimelineEntry),
  at,
})

const isTold = (entry: TimelineEntry): boolean => entry.kind !== "move" || isMoveName(entry.move)

/**
 * What happened to some records, newest first, each thing once, from the four ledgers in one statement: a page, and where the next one begins.
 * Each ledger is asked by the records alone before it is put in order, so that the planner never walks a whole ledger by its dates.
 */
export async function readTimeline(
  of: TimelineOf,
  { show = "all", after = null, now = new Date() }: { show?: TimelineShow; after?: string | null; now?: Date } = {},
): Promise<TimelinePage> {
  const sources = storySources(of, show, { from: readCursor(after), now, limit: pageSize + 1 })
  if (sources.length === 0) return { entries: [], next: null }
  const told = await db.$queryRaw<Told[]>`
    select at, rank, key, entry from (${Prisma.join(sources, " union all ")}) story
    order by at desc, rank desc, key desc limit ${pageSize + 1}`
  const page = told.slice(0, pageSize)
  const last = page.at(-1)
  return { entries: page.map(toEntry).filter(isTold), next: told.length > pageSize && last ? writeCursor(last) : null }
}

const aheadAtMost = 50

/** What is still to be done or to come: open tasks and appointments that are not over, the next one first, those without a day last. */
export async function readAhead(of: TimelineOf, now = new Date()): Promise<ActivityEntry[]> {
  const about = aboutThese(of)
  if (!about) return []
  const told = await db.$queryRaw<{ at: Date; entry: unknown }[]>`
    with ahead as (
      select * from sales.activity a where ${about} and a.owner_id is not null and a.done_at is null
      union all
      select * from sales.activity a where ${about} and a.kind = 'appointment' and a.end_at > ${now}
    )
    select a.at, ${activityColumns} as entry from ahead a
    order by case when a.kind = 'task' then a.due_at else a.at end nulls last, a.id limit ${aheadAtMost}`
  return told.map((row) => toEntry(row) as ActivityEntry)
}
