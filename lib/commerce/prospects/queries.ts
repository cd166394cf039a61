import { cache } from "react"
import { db, Prisma } from "@/lib/platform/db"
import { contains, type Listing, neighbours, readPage } from "@/lib/platform/keyset"
import { isRecordId } from "@/lib/platform/record-href"
import { byText, byTime, type SortKey } from "@/lib/platform/sort-keys"
import { prospectCountsSql, readProspectCounts } from "./count-by-status"
import type { ProspectStatus } from "./rules"
import type { ProspectQuery, ProspectSort } from "./views"

/** A row of All prospects: exactly what it shows. */
export type ProspectRow = {
  id: string
  sortValue: string | null
  number: string
  companyName: string
  firstName: string
  lastName: string
  country: string
  status: ProspectStatus
  isConfirmed: boolean
  submittedAt: Date
  decidedAt: Date | null
  salesStage: string | null
}

const columns = Prisma.sql`number, company_name as "companyName", first_name as "firstName", last_name as "lastName", country,
  status::text as status, email_confirmed_at is not null as "isConfirmed", submitted_at as "submittedAt", decided_at as "decidedAt",
  sales_stage as "salesStage"`

const sorts: Record<ProspectSort, SortKey> = {
  waiting: byTime(Prisma.sql`submitted_at`),
  company: byText(Prisma.sql`company_name`),
}

function listingOf({ q, filters, sort, dir }: ProspectQuery): Listing {
  const where = [
    ...(filters.status ? [Prisma.sql`status = ${filters.status}::commerce.prospect_status`] : []),
    ...(q ? [contains(Prisma.sql`search_text`, q)] : []),
  ]
  // The longest wait is the earliest submission.
  const descending = sort === "waiting" ? dir === "asc" : dir === "desc"
  return { from: Prisma.sql`commerce.prospect`, id: Prisma.sql`id`, columns, where, sort: sorts[sort], descending }
}

/** A page of prospects as the URL asks for them. */
export const listProspects = (query: ProspectQuery) => readPage<ProspectRow>(listingOf(query), query)

/** The prospects before and after one, in the order of the list that it was opened from. */
export const prospectNeighbours = (query: ProspectQuery, id: string) => neighbours(listingOf(query), id)

/** How many prospects stand in each status, and how many pending ones wait longer than the target. Only those late are counted, up to 1,001. */
export async function countProspects(overdueSince: Date) {
  const [counted] = await db.$queryRaw<{ statuses: unknown; overdue: number }[]>`
    select ${prospectCountsSql} as statuses, (select count(*)::int from (
      select 1 from commerce.prospect where status = 'pending' and submitted_at <= ${overdueSince} order by submitted_at limit 1001) as late) as overdue`
  const statuses = readProspectCounts(counted?.statuses)
  const all = statuses.pending + statuses.approved + statuses.rejected + statuses.withdrawn
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
      hierarchy: { select: { id: true, number: true, name: true, suspendedAt: true } },
    },
  })
})

export type ProspectDetail = NonNullable<Awaited<ReturnType<typeof getProspect>>>
