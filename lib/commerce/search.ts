import { type ActingRole, may, type Permission } from "@/lib/identity/permissions"
import { Prisma } from "@/lib/platform/db"
import { type FoundRow, type Searched, searchSql } from "@/lib/platform/search-sql"
import { askOften } from "@/lib/platform/statement"

const kinds: readonly (Searched & { permission: Permission })[] = [
  {
    kind: "prospect",
    permission: "prospect:read",
    table: Prisma.sql`commerce.prospect`,
    newest: Prisma.sql`submitted_at`,
    title: Prisma.sql`company_name`,
    sub: Prisma.sql`concat_ws(' · ', number, first_name || ' ' || last_name)`,
    state: Prisma.sql`status::text`,
  },
  {
    kind: "customer",
    permission: "customer:read",
    table: Prisma.sql`commerce.customer`,
    newest: Prisma.sql`created_at`,
    title: Prisma.sql`name`,
    sub: Prisma.sql`concat_ws(' · ', number, case type when 'person' then 'Person' else 'Organization' end)`,
    state: Prisma.sql`status::text`,
  },
  {
    kind: "hierarchy",
    permission: "hierarchy:read",
    table: Prisma.sql`commerce.hierarchy`,
    newest: Prisma.sql`created_at`,
    title: Prisma.sql`name`,
    sub: Prisma.sql`number`,
    state: Prisma.sql`''`,
  },
]

/** Prospects, customers and customer hierarchies that a role may read, in one statement; `limit` at most of each kind. */
export async function searchCommerce(role: ActingRole, typed: string, limit: number): Promise<FoundRow[]> {
  const sql = commerceSearchSql(role, typed, limit)
  return sql ? askOften<FoundRow>(sql) : []
}

export const commerceSearchSql = (role: ActingRole, typed: string, limit: number) =>
  searchSql(
    kinds.filter(({ permission }) => may(role, permission)),
    typed,
    limit,
  )
