import type { Staff } from "@/lib/identity/actor"
import { may } from "@/lib/identity/permissions"
import { db } from "@/lib/platform/db"
import { env } from "@/lib/platform/env"
import type { SearchParams } from "@/lib/platform/list-query"
import { mergedInto } from "@/lib/platform/merged-record"
import { refusalToWrite } from "./activities/rules"
import type { SalesNoun } from "./activities/schema"
import { listStakeholders, type StakeholderRow } from "./stakeholders/queries"
import { type ActivityEntry, readAhead, readTimeline, type TimelineEntry, type TimelineOf } from "./timeline"
import { readShow, type TimelineShow } from "./timeline-shows"

/** The story of a record as one person reads it: what is ahead, a page of what was, and what the person may do about it. */
export type Story = {
  of: TimelineOf
  show: TimelineShow
  entries: TimelineEntry[]
  next: string | null
  ahead: ActivityEntry[]
  /** Who has a say, on this record and on those whose story is told with it. */
  stakeholders: StakeholderRow[]
  viewer: { id: string; name: string; staffRole: Staff["staffRole"] }
  /** Why the person may not write here, or null. */
  refusal: string | null
  mayMessage: boolean
  fileLimits: { maxMb: number; perNote: number }
  now: Date
}

/** The same records with those that became part of them: what happened to those is told here as well. */
async function withMerged(of: TimelineOf): Promise<TimelineOf> {
  const { leads = [], accounts = [], contacts = [] } = of
  const parts = await mergedInto(db, [...leads, ...accounts, ...contacts])
  if (parts.length === 0) return of
  const withParts = (ids: string[]) => [...ids, ...parts.flatMap(({ id, intoId }) => (ids.includes(intoId) ? id : []))]
  return { ...of, leads: withParts(leads), accounts: withParts(accounts), contacts: withParts(contacts) }
}

/** Reads the story that the URL asks for by `?show=`. */
export async function getStory(staff: Staff, about: SalesNoun, of: TimelineOf, params: SearchParams, now: Date): Promise<Story> {
  const show = readShow(params.show)
  const told = await withMerged(of)
  const [{ entries, next }, ahead, stakeholders] = await Promise.all([
    readTimeline(told, { show, now }),
    readAhead(of, now),
    about === "contact" ? [] : listStakeholders(of),
  ])
  const { ATTACHMENT_MAX_MB: maxMb, ATTACHMENTS_PER_NOTE: perNote } = env()
  return {
    of: told,
    show,
    entries,
    next,
    ahead,
    stakeholders,
    viewer: { id: staff.id, name: staff.name, staffRole: staff.staffRole },
    refusal: refusalToWrite(staff)?.message ?? null,
    mayMessage: may(staff.staffRole, "message:send"),
    fileLimits: { maxMb, perNote },
    now,
  }
}
