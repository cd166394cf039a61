import { type ActingRole, may, type Permission } from "@/lib/identity/permissions"
import { Prisma } from "@/lib/platform/db"
import { type FoundRow, type Searched, searchSql } from "@/lib/platform/search-sql"
import { askOften } from "@/lib/platform/statement"

const kinds: readonly (Searched & { permission: Permission })[] = [
  {
    kind: "lead",
    permission: "lead:read",
    table: Prisma.sql`sales.lead`,
    newest: Prisma.sql`created_at`,
    title: Prisma.sql`company_name`,
    sub: Prisma.sql`concat_ws(' · ', first_name || ' ' || last_name, email, prospect_number)`,
    state: Prisma.sql`status_reason::text`,
  },
  {
    kind: "opportunity",
    permission: "opportunity:read",
    table: Prisma.sql`sales.opportunity`,
    newest: Prisma.sql`created_at`,
    title: Prisma.sql`topic`,
    sub: Prisma.sql`concat_ws(' · ', prospect_number, owner_name)`,
    state: Prisma.sql`status_reason::text`,
  },
  {
    kind: "account",
    permission: "account:read",
    table: Prisma.sql`sales.account`,
    newest: Prisma.sql`created_at`,
    title: Prisma.sql`name`,
    sub: Prisma.sql`concat_ws(' · ', city, customer_number)`,
    state: Prisma.sql`''`,
  },
  {
    kind: "contact",
    permission: "contact:read",
    table: Prisma.sql`sales.contact`,
    newest: Prisma.sql`created_at`,
    title: Prisma.sql`first_name || ' ' || last_name`,
    sub: Prisma.sql`concat_ws(' · ', job_title, email)`,
    state: Prisma.sql`''`,
  },
]

/** Leads, opportunities, accounts and contacts that a role may read, in one statement; `limit` at most of each kind. */
export async function searchSales(role: ActingRole, typed: string, limit: number): Promise<FoundRow[]> {
  const sql = salesSearchSql(role, typed, limit)
  return sql ? askOften<FoundRow>(sql) : []
}

export const salesSearchSql = (role: ActingRole, typed: string, limit: number) =>
  searchSql(
    kinds.filter(({ permission }) => may(role, permission)),
    typed,
    limit,
  )
