import { z } from "zod"
import { Prisma } from "@/lib/platform/db"
import type { LeadView } from "./leads/views"
import type { OpportunityView } from "./opportunities/views"

/** How many records each view of a viewer's holds; exact, whatever their number. */
export type SalesViewCounts = { leads: Record<LeadView, number>; opportunities: Record<OpportunityView, number> }

/** Escalated leads are few, and so they are counted, up to here. */
const escalatedTo = 10_000

/** The counts as one JSON value of a larger statement: read it with `readViewCounts`. It costs the same at a million leads as at ten. */
export const viewCountsSql = (viewerId: string) => Prisma.sql`(
  select coalesce(json_agg(json_build_object('line', line, 'scope', scope, 'key', key, 'status', status, 'n', n)), '[]') from (
    select line, scope, key, status, sum(n)::int as n from sales.tally_live
    where line in ('lead.view', 'opportunity.view') and scope in ('all', ${viewerId}) and bucket = date '1970-01-01'
    group by line, scope, key, status
    union all
    select 'lead.escalated', 'all', '', '', count(*)::int from (select 1 from sales.lead where escalated_at is not null limit ${escalatedTo}) as escalated
  ) as tallied)`

const Tallied = z.array(z.object({ line: z.string(), scope: z.string(), key: z.string(), status: z.string(), n: z.number() }))

/** What `viewCountsSql` answered, by view. */
export function readViewCounts(json: unknown): SalesViewCounts {
  const tallied = Tallied.parse(json)
  const add = (line: string, belongs: (row: z.infer<typeof Tallied>[number], isMine: boolean) => boolean) =>
    tallied.filter((row) => row.line === line && belongs(row, row.scope !== "all")).reduce((sum, { n }) => sum + n, 0)
  const isOpen = ({ status }: { status: string }) => status === "new" || status === "contacted" || status === "open"
  const leads = (belongs: Parameters<typeof add>[1]) => add("lead.view", belongs)
  const opportunities = (belongs: Parameters<typeof add>[1]) => add("opportunity.view", belongs)
  return {
    leads: {
      commerce: leads(({ key }, isMine) => !isMine && key === "commerce"),
      "my-open": leads((row, isMine) => isMine && isOpen(row)),
      open: leads((row, isMine) => !isMine && isOpen(row)),
      closed: leads((row, isMine) => !isMine && !isOpen(row)),
      escalated: add("lead.escalated", () => true),
      all: leads((_, isMine) => !isMine),
    },
    opportunities: {
      "my-open": opportunities((row, isMine) => isMine && isOpen(row)),
      open: opportunities((row, isMine) => !isMine && isOpen(row)),
      won: opportunities(({ status }, isMine) => !isMine && status === "won"),
      lost: opportunities(({ status }, isMine) => !isMine && status === "lost"),
      all: opportunities((_, isMine) => !isMine),
    },
  }
}
