import { z } from "zod"
import { Prisma } from "@/lib/platform/db"

/** Prospects by status as one JSON value of a larger statement; exact, and as cheap at a million as at ten. */
export const prospectCountsSql = Prisma.sql`(
  select coalesce(json_object_agg(status, n), '{}') from (select status, sum(n)::int as n from commerce.prospect_tally group by status) as tallied)`

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
