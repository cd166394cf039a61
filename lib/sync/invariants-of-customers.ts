import { Prisma } from "@/lib/platform/db"
import type { Invariant } from "./invariants"

/** Customers, what stands for them in Sales, and what follows from their seats. */
export const customerInvariants: readonly Invariant[] = [
  {
    key: "customer-counterpart",
    words: "A customer that has a counterpart in Sales is its only customer",
    sql: Prisma.sql`
      select 'customer' as kind, c.id, c.number as label from commerce.customer c
      where c.sales_id is not null
        and not exists (select 1 from sales.account a where c.type = 'organization' and a.id = c.sales_id and a.customer_id = c.id)
        and not exists (select 1 from sales.contact p where c.type = 'person' and p.id = c.sales_id and p.customer_id = c.id)`,
  },
  {
    key: "invoice-account",
    words: "The invoices of a person with a seat go to the organization that it orders for",
    sql: Prisma.sql`
      select 'customer' as kind, c.id, c.number as label from commerce.customer c
      where c.type = 'person' and c.invoice_account_id is distinct from commerce.invoice_account_of(c.id)
        and exists (select 1 from commerce.hierarchy_member m where m.customer_id = c.id and m.removed_at is null)`,
  },
  {
    key: "customer-channels",
    words: "A customer is in the channels of its hierarchies and in no others, and is a B2B administrator where it administers one",
    sql: Prisma.sql`
      select 'customer' as kind, c.id, c.number as label
      from commerce.channels_of((select array_agg(id) from (
        select id from commerce.customer where channels is not null or is_b2b_admin union select organization_id from commerce.hierarchy
        union select customer_id from commerce.hierarchy_member where removed_at is null union select customer_id from commerce.outlet) asked)) said
      join commerce.customer c on c.id = said.customer_id
      where (c.channels, c.in_all_channels, c.is_b2b_admin) is distinct from (said.channels, said.in_all_channels, commerce.administers(c.id))`,
  },
  {
    key: "archived-seat",
    words: "Nobody who is archived has a seat in a hierarchy that runs",
    sql: Prisma.sql`
      select 'customer' as kind, c.id, c.number as label from commerce.customer c
      join commerce.hierarchy_member m on m.customer_id = c.id and m.removed_at is null
      join commerce.hierarchy h on h.id = m.hierarchy_id and h.suspended_at is null
      where c.status = 'archived'`,
  },
]
