import { Prisma } from "@/lib/platform/db"
import type { Invariant } from "./invariants"

type MapName = "prospects_leads" | "accounts_customers" | "contacts_customers"

/** Whether a map runs, and ran already at an hour that a column says. */
const ranAt = (map: MapName, hour: string) => Prisma.sql`exists (
  select 1 from platform.table_map m where m.key = ${Prisma.raw(`'${map}'`)} and m.state = 'running' and m.changed_at < ${Prisma.raw(hour)})`

/** Prospects, leads, and what they become, with their counterparts on the other side. */
export const recordInvariants: readonly Invariant[] = [
  {
    key: "prospect-lead",
    words: "A prospect and its lead know each other",
    sql: Prisma.sql`
      select 'prospect' as kind, p.id, p.number as label from commerce.prospect p left join sales.lead l on l.prospect_id = p.id
      where p.lead_id is distinct from l.id`,
  },
  {
    key: "prospect-mirrored",
    words: "Every prospect has exactly one lead once its map has run",
    sql: Prisma.sql`
      select 'prospect' as kind, p.id, p.number as label from commerce.prospect p
      where p.lead_id is null and p.status <> 'merged' and (
        ${ranAt("prospects_leads", "p.submitted_at")}
        or exists (select 1 from platform.dual_write w where w.source_id = p.id and w.map = 'prospects_leads' and w.operation = 'create' and w.state = 'applied'))`,
  },
  {
    key: "lead-prospect",
    words: "A lead from Commerce has its prospect",
    sql: Prisma.sql`
      select 'lead' as kind, l.id, l.company_name as label from sales.lead l left join commerce.prospect p on p.id = l.prospect_id
      where (l.from_commerce or l.prospect_id is not null) and p.id is null`,
  },
  {
    key: "merged-prospect",
    words: "A merged prospect is part of another, without a lead",
    sql: Prisma.sql`
      select 'prospect' as kind, id, number as label from commerce.prospect
      where (status = 'merged') <> (merged_into_id is not null) or (status = 'merged' and lead_id is not null)`,
  },
  {
    key: "merged-away",
    words: "A record that was merged away is not there",
    sql: Prisma.sql`
      select m.kind, m.id, m.label from platform.merged_record m
      where exists (select 1 from sales.lead where id = m.id) or exists (select 1 from sales.account where id = m.id)
        or exists (select 1 from sales.contact where id = m.id) or exists (select 1 from commerce.customer where id = m.id)`,
  },
  {
    key: "qualified-parties",
    words: "A qualified lead has exactly one account and one contact",
    sql: Prisma.sql`
      select 'lead' as kind, l.id, l.company_name as label from sales.lead l
      left join sales.account a on a.id = l.account_id left join sales.contact c on c.id = l.contact_id
      where (l.state = 'qualified') <> (l.account_id is not null and l.contact_id is not null)
        or (l.state = 'qualified' and (a.id is null or c.id is null))`,
  },
  {
    key: "qualified-opportunity",
    words: "The opportunity of a qualified lead is there, and only a qualified lead has one",
    sql: Prisma.sql`
      select 'lead' as kind, l.id, l.company_name as label from sales.lead l left join sales.opportunity o on o.id = l.opportunity_id
      where l.opportunity_id is not null and (o.id is null or l.state <> 'qualified')`,
  },
  {
    key: "qualified-customers",
    words: "The account and the contact of a lead that was qualified while their maps ran have their customers",
    sql: Prisma.sql`
      select 'lead' as kind, l.id, l.company_name as label from sales.lead l
      join sales.account a on a.id = l.account_id join sales.contact c on c.id = l.contact_id
      where l.state = 'qualified' and (
        (a.customer_id is null and ${ranAt("accounts_customers", "l.closed_at")})
        or (c.customer_id is null and ${ranAt("contacts_customers", "l.closed_at")}))`,
  },
  {
    key: "account-customer",
    words: "An account and its customer know each other",
    sql: Prisma.sql`
      select 'account' as kind, a.id, a.name as label from sales.account a left join commerce.customer c on c.id = a.customer_id
      where a.customer_id is not null and (c.id is null or c.sales_id is distinct from a.id or c.type <> 'organization')`,
  },
  {
    key: "contact-customer",
    words: "A contact and its customer know each other",
    sql: Prisma.sql`
      select 'contact' as kind, p.id, concat_ws(' ', p.first_name, p.last_name) as label from sales.contact p
      left join commerce.customer c on c.id = p.customer_id
      where p.customer_id is not null and (c.id is null or c.sales_id is distinct from p.id or c.type <> 'person')`,
  },
  {
    key: "one-end-state",
    words: "No record is in two end states",
    sql: Prisma.sql`
      select 'lead' as kind, id, company_name as label from sales.lead
      where (state = 'open') <> (status_reason in ('new', 'contacted')) or (state = 'qualified') <> (status_reason = 'qualified')
        or (state = 'open') <> (closed_at is null)
      union all select 'opportunity', id, topic from sales.opportunity
      where (state = 'open') <> (status_reason in ('in_progress', 'on_hold')) or (state = 'won') <> (status_reason = 'won')
        or (state = 'open') <> (closed_at is null)
      union all select 'prospect', id, number from commerce.prospect where (status = 'pending') <> (decided_at is null)`,
  },
  {
    key: "hierarchy-channels",
    words: "A hierarchy belongs to channels that there are, or to all of them",
    sql: Prisma.sql`
      select 'hierarchy' as kind, h.id, h.number as label from commerce.hierarchy h
      where h.channels is null or h.in_all_channels = (cardinality(h.channels) > 0)
        or exists (select 1 from unnest(h.channels) as named where not exists (select 1 from commerce.channel c where c.code = named))`,
  },
  {
    key: "hierarchy-admin",
    words: "A hierarchy that is not suspended has an Admin",
    sql: Prisma.sql`
      select 'hierarchy' as kind, h.id, h.number as label from commerce.hierarchy h
      where h.suspended_at is null and not exists (
        select 1 from commerce.hierarchy_member m where m.hierarchy_id = h.id and m.role = 'admin' and m.status <> 'disabled' and m.removed_at is null)`,
  },
]
