import { Prisma, type Tx } from "@/lib/platform/db"

type Asked = { id: string; companyName: string; taxId: string | null }
/** An organization that may be a request's company, and the number of its hierarchy where it is a partner at this moment. */
export type CompanyMatch = { id: string; label: string; by: "taxId" | "name"; partner: string | null }

const most = 5

/**
 * For each of some requests, by its id, the customers of type Organization that have the same tax ID or the same name; the surest first.
 * The enum values stand in the text, since PostgreSQL finds the partial indexes by them.
 */
export async function matchCompanies(tx: Tx, asked: readonly Asked[]): Promise<Map<string, CompanyMatch[]>> {
  if (asked.length === 0) return new Map()
  const same = (by: CompanyMatch["by"], how: Prisma.Sql) => Prisma.sql`
    (select c.id, c.number, c.name, ${by} as by from commerce.customer c
      where c.type = 'organization' and c.status <> 'archived' and ${how} order by c.created_at limit ${most})`
  const rows = await tx.$queryRaw<
    { of: string; id: string; number: string; name: string; by: CompanyMatch["by"]; partner: string | null }[]
  >`
    select a.id as "of", m.id, m.number, m.name, m.by, (select h.number from commerce.hierarchy h where h.organization_id = m.id and h.suspended_at is null) as partner
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as a (id uuid, "companyName" text, "taxId" text), lateral (
      ${same("taxId", Prisma.sql`c.tax_id = a."taxId"`)}
      union all ${same("name", Prisma.sql`lower(c.name) = lower(a."companyName")`)}) m`
  const matches = new Map<string, CompanyMatch[]>()
  for (const { of, id, number, name, by, partner } of rows) {
    const known = matches.get(of) ?? []
    if (!known.some((one) => one.id === id)) matches.set(of, [...known, { id, label: `${name} (${number})`, by, partner }])
  }
  return matches
}
