import { Prisma, type Tx } from "@/lib/platform/db"
import type { Twin } from "../qualify-verdict"
import type { RunJob } from "../run-job"

/** An open lead of a run, as those further up are compared with it. */
export type AskedTwin = { place: number; email: string | null; taxId: string | null; nameKey: string }

type TwinRow = { place: number; leadId: string; label: string; by: Twin["by"] }

/**
 * For each of some leads, by its place, one further up in its run that is the same person, or whose company has the same tax ID or the same name.
 * `record`: by what the run knows a lead, its own id or that of its prospect.
 */
export async function findTwins(tx: Tx, { id }: RunJob, asked: readonly AskedTwin[], record: Prisma.Sql): Promise<Map<number, Twin>> {
  if (asked.length === 0) return new Map()
  const above = (by: Twin["by"], same: Prisma.Sql) => Prisma.sql`
    (select l.id, l.company_name, ${by} as by from sales.lead l join platform.bulk_item i on i.run_id = ${id}::uuid and i.record_id = ${record}
      where ${same} and l.state = 'open' and i.place < a.place limit 1)`
  const rows = await tx.$queryRaw<TwinRow[]>`
    select a.place, t.id as "leadId", t.company_name as label, t.by
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as a (place int, email text, "taxId" text, "nameKey" text), lateral (
      ${above("email", Prisma.sql`l.email = a.email`)}
      union all ${above("taxId", Prisma.sql`l.tax_id = a."taxId"`)}
      union all ${above("name", Prisma.sql`l.name_key = a."nameKey" and a."nameKey" <> ''`)}) t`
  const surest: Record<Twin["by"], number> = { email: 0, taxId: 1, name: 2 }
  const twins = new Map<number, Twin>()
  for (const { place, ...twin } of rows.toSorted((one, other) => surest[other.by] - surest[one.by])) twins.set(place, twin)
  return twins
}
