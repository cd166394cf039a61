import { Prisma, type Tx } from "@/lib/platform/db"
import type { MatchFacts } from "./match-keys"
import type { MatchKind } from "./score-pair"

/** A record with what it is compared by. `isOpen` is false for a disqualified lead. */
export type Known = MatchFacts & { id: string; kind: MatchKind; isOpen: boolean }

/** The columns of a lead that it is compared by. */
export const leadFacts = {
  ...{ id: true, companyName: true, firstName: true, lastName: true, email: true, phone: true },
  ...{ website: true, taxId: true, country: true, street: true, postalCode: true },
} as const

const nothing = (name: string) => Prisma.raw(`null::text as "${name}"`)

const selects: Record<MatchKind, Prisma.Sql> = {
  lead: Prisma.sql`
    select l.id, 'lead' as kind, l.state = 'open' as "isOpen", l.company_name as "companyName", l.first_name as "firstName", l.last_name as "lastName", l.email, l.phone,
      l.website, l.tax_id as "taxId", l.country, l.street, l.postal_code as "postalCode"
    from sales.lead l where l.state <> 'qualified'`,
  account: Prisma.sql`
    select l.id, 'account' as kind, true as "isOpen", l.name as "companyName", ${nothing("firstName")}, ${nothing("lastName")}, l.email, l.phone,
      coalesce(l.website, l.domain) as website, l.tax_id as "taxId", l.country, l.street, l.postal_code as "postalCode"
    from sales.account l where true`,
  contact: Prisma.sql`
    select l.id, 'contact' as kind, true as "isOpen", a.name as "companyName", l.first_name as "firstName", l.last_name as "lastName", l.email, l.phone,
      coalesce(a.website, a.domain) as website, a.tax_id as "taxId", a.country, a.street, a.postal_code as "postalCode"
    from sales.contact l left join sales.account a on a.id = l.account_id where true`,
}

/** What some records of a kind are compared by. A qualified lead is not among them: its account and contact stand for it. */
export async function readFacts(tx: Tx, kind: MatchKind, ids: readonly string[]): Promise<Known[]> {
  if (ids.length === 0) return []
  return tx.$queryRaw<Known[]>`${selects[kind]} and l.id = any(${[...ids]}::uuid[])`
}

/** The next records of a kind in the order of their ids, after one. */
export async function readFactsOn(tx: Tx, kind: MatchKind, after: string | null, most: number): Promise<Known[]> {
  const from = after ? Prisma.sql`and l.id > ${after}::uuid` : Prisma.empty
  return tx.$queryRaw<Known[]>`${selects[kind]} ${from} order by l.id limit ${most}`
}

/** The newest records of a kind. */
export async function readNewest(tx: Tx, kind: MatchKind, most: number): Promise<Known[]> {
  return tx.$queryRaw<Known[]>`${selects[kind]} order by l.created_at desc, l.id desc limit ${most}`
}
