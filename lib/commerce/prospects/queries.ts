import { cache } from "react"
import type { Staff } from "@/lib/identity/actor"
import { db } from "@/lib/platform/db"
import { listNeighbours } from "@/lib/platform/list-source"
import { isRecordId } from "@/lib/platform/record-href"
import { askOften } from "@/lib/platform/statement"
import { readProspectCounts, viewCountsSql } from "./count-by-status"
import { prospectSource } from "./prospect-source"
import type { ProspectQuery, ProspectView } from "./views"

/** The prospects before and after one, in the order of the list that it was opened from. */
export const prospectNeighbours = (viewer: Staff, query: ProspectQuery, id: string) =>
  listNeighbours(prospectSource, viewer.id, query, id, new Date())

/** How many prospects of a view stand in each status, and how many of them are pending over their target. Exact, from the tally. */
export async function countProspects(view: ProspectView, viewerId: string) {
  const [counted] = await askOften<{ statuses: unknown; late: number }>(viewCountsSql(view, viewerId))
  const statuses = readProspectCounts(counted?.statuses)
  const all = statuses.pending + statuses.approved + statuses.rejected + statuses.withdrawn + statuses.merged
  return { ...statuses, all, late: counted?.late ?? 0 }
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
      storefront: { select: { name: true } },
      mergedInto: { select: { id: true, number: true, companyName: true } },
      hierarchy: { select: { id: true, number: true, name: true, suspendedAt: true } },
    },
  })
})

export type ProspectDetail = NonNullable<Awaited<ReturnType<typeof getProspect>>>
