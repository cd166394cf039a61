import { Prisma, type Tx } from "@/lib/platform/db"
import type { MatchKind } from "./score-pair"

/** One of two records that may be the same, as the inbox shows it. */
export type SideView = {
  id: string
  kind: MatchKind
  /** Of a lead its company, of an account its name, of a contact the person. */
  label: string
  companyName: string | null
  personName: string | null
  email: string | null
  phone: string | null
  website: string | null
  taxId: string | null
  country: string | null
  street: string | null
  city: string | null
  postalCode: string | null
  ownerId: string | null
  ownerName: string | null
  /** The number that Commerce knows it by. */
  number: string | null
  customerId: string | null
  statusReason: string | null
  createdAt: Date
}

/** Records of any kind by id, in no order; those that are gone are left out. */
export async function getSides(tx: Tx, ids: readonly string[]): Promise<SideView[]> {
  if (ids.length === 0) return []
  const asked = Prisma.sql`any(${[...ids]}::uuid[])`
  return tx.$queryRaw<SideView[]>(Prisma.sql`
    select id, 'lead' as kind, company_name as label, company_name as "companyName", trim(first_name || ' ' || last_name) as "personName", email, phone, website,
      tax_id as "taxId", country, street, city, postal_code as "postalCode", owner_id as "ownerId", owner_name as "ownerName", prospect_number as number, null::uuid as "customerId",
      status_reason::text as "statusReason", created_at as "createdAt"
    from sales.lead where id = ${asked}
    union all
    select id, 'account', name, name, null, email, phone, website, tax_id, country, street, city, postal_code, owner_id, owner_name, customer_number, customer_id, null, created_at
    from sales.account where id = ${asked}
    union all
    select c.id, 'contact', trim(c.first_name || ' ' || c.last_name), a.name, trim(c.first_name || ' ' || c.last_name), c.email, c.phone, a.website, a.tax_id, a.country, a.street,
      a.city, a.postal_code, c.owner_id, c.owner_name, c.customer_number, c.customer_id, null, c.created_at
    from sales.contact c left join sales.account a on a.id = c.account_id where c.id = ${asked}`)
}
