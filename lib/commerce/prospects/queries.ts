import { cache } from "react"
import type { Staff } from "@/lib/identity/actor"
import { db } from "@/lib/platform/db"
import { listNeighbours } from "@/lib/platform/list-source"
import { isRecordId } from "@/lib/platform/record-href"
import { prospectCountsSql, readProspectCounts } from "./count-by-status"
import { prospectSource } from "./prospect-source"
import type { ProspectQuery } from "./views"

/** The prospects before and after one, in the order of the list that it was opened from. */
export const prospectNeighbours = (viewer: Staff, query: ProspectQuery, id: string) =>
  listNeighbours(prospectSource, viewer.id, query, id, new Date())

/** How many prospects stand in each status, and how many pending ones wait longer than the target. Only those late are counted, up to 1,001. */
export async function countProspects(overdueSince: Date) {
  const [counted] = await db.$queryRaw<{ statuses: unknown; overdue: number }[]>`
    select ${prospectCountsSql} as statuses, (select count(*)::int from (
      select 1 from commerce.prospect where status = 'pending' and submitted_at <= ${overdueSince} order by submitted_at limit 1001) as late) as overdue`
  const statuses = readProspectCounts(counted?.statuses)
  const all = statuses.pending + statuses.approved + statuses.rejected + statuses.withdrawn + statuses.merged
  return { ...statuses, all, overdue: counted?.overdue ?? 0 }
}

export type ProspectCounts = Awaited<ReturnType<typeof countProspects>>

const customer = { select: { id: true, number: true, name: true, status: true } } as const

/** Everything that the record page of a prospect shows; null when there is none. Read once in a request. */
export const getProspect = cache(async (id: string) => {
  if (!isRecordId(id)) return null
  return db.prospect.findUnique({
    where: { id },
    omit: { searchText: true, fingerprint: true, submissionKey: true },
    include: {
      organization: { select: { ...customer.select, hierarchies: { select: { number: true } } } },
      requestor: customer,
      mergedInto: { select: { id: true, number: true, companyName: true } },
      hierarchy: { select: { id: true, number: true, name: true, suspendedAt: true } },
    },
  })
})

export type ProspectDetail = NonNullable<Awaited<ReturnType<typeof getProspect>>>
