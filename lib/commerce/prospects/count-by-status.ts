import { z } from "zod"
import { Prisma } from "@/lib/platform/db"
import type { ProspectView } from "./views"

const tallied = (which: Prisma.Sql) => Prisma.sql`(
  select coalesce(json_object_agg(status, n), '{}') from (select status, sum(n)::int as n from commerce.prospect_tally ${which} group by status) as tallied)`

/** Prospects by status as one JSON value of a larger statement; exact, and as cheap at a million as at ten. */
export const prospectCountsSql = tallied(Prisma.empty)

const within: Record<ProspectView, (viewerId: string) => Prisma.Sql> = {
  all: () => Prisma.sql`true`,
  mine: (viewerId) => Prisma.sql`owner_id = ${viewerId}::uuid`,
  unassigned: () => Prisma.sql`owner_id is null and status = 'pending'`,
}

/** The same for what stands in a view, and how many of it are over their target. */
export const viewCountsSql = (view: ProspectView, viewerId: string) => Prisma.sql`
  select ${tallied(Prisma.sql`where ${within[view](viewerId)}`)} as statuses,
    (select coalesce(sum(n), 0)::int from commerce.prospect_tally where is_late and ${within[view](viewerId)}) as late`

const Counts = z
  .object({ pending: z.int(), approved: z.int(), rejected: z.int(), withdrawn: z.int(), merged: z.int() })
  .partial()
  .transform(({ pending = 0, approved = 0, rejected = 0, withdrawn = 0, merged = 0 }) => ({
    pending,
    approved,
    rejected,
    withdrawn,
    merged,
  }))

/** What `prospectCountsSql` answered. */
export const readProspectCounts = (json: unknown) => Counts.parse(json)
