import type { Ctx } from "@/lib/platform/context"
import { Prisma, type Tx } from "@/lib/platform/db"

/** A column of a lead that many rows at once may write, by its name in the schema: its column and type in SQL. */
const writable = {
  topic: ["topic", "text"],
  firstName: ["first_name", "text"],
  lastName: ["last_name", "text"],
  jobTitle: ["job_title", "text"],
  email: ["email", "text"],
  phone: ["phone", "text"],
  companyName: ["company_name", "text"],
  website: ["website", "text"],
  taxId: ["tax_id", "text"],
  country: ["country", "text"],
  street: ["street", "text"],
  street2: ["street2", "text"],
  city: ["city", "text"],
  stateProvince: ["state_province", "text"],
  postalCode: ["postal_code", "text"],
  comments: ["comments", "text"],
  source: ["source", "sales.lead_source"],
  rating: ["rating", "sales.rating"],
  ownerId: ["owner_id", "uuid"],
  ownerName: ["owner_name", "text"],
  budget: ["budget", "sales.budget_status"],
  budgetAmount: ["budget_amount", "numeric"],
  need: ["need", "sales.need"],
  purchaseTimeframe: ["purchase_timeframe", "sales.purchase_timeframe"],
  purchaseProcess: ["purchase_process", "sales.purchase_process"],
  decisionMaker: ["decision_maker", "boolean"],
  industry: ["industry", "text"],
  estimatedValue: ["estimated_value", "numeric"],
  estimatedCloseDate: ["estimated_close_date", "date"],
  searchText: ["search_text", "text"],
  nameKey: ["name_key", "text"],
  domain: ["domain", "text"],
} as const satisfies Record<string, readonly [column: string, type: string]>

const opened = { ...writable, statusReason: ["status_reason", "sales.lead_status_reason"], currency: ["currency", "text"] } as const

const raw = Prisma.raw

/** Opens many leads in one statement: New or Contacted, without a prospect. Values by column; what is left out is empty. */
export async function openLeads({ tx, now }: Ctx, leads: readonly { id: string; data: Record<string, unknown> }[]): Promise<void> {
  if (leads.length === 0) return
  const columns = Object.entries(opened)
  const names = columns.map(([, [column]]) => column).join(", ")
  const values = columns.map(([name, [, type]]) => `(d.data->>'${name}')::${type}`).join(", ")
  await tx.$executeRaw`
    insert into sales.lead (id, created_at, ${raw(names)})
    select d.id, ${now}, ${raw(values)}
    from jsonb_to_recordset(${JSON.stringify(leads)}::jsonb) as d (id uuid, data jsonb)`
}

export type Rewrite = { id: string; version: number; data: Record<string, unknown> }

/** Changes many open leads in one statement, each where its version still stands. Returns those that it did, with their new version. */
export async function rewriteLeads(tx: Tx, leads: readonly Rewrite[]): Promise<Map<string, number>> {
  if (leads.length === 0) return new Map()
  const sets = Object.entries(writable)
    .map(([name, [column, type]]) => `${column} = case when d.data ? '${name}' then (d.data->>'${name}')::${type} else l.${column} end`)
    .join(", ")
  const written = await tx.$queryRaw<{ id: string; version: number }[]>`
    update sales.lead l set ${raw(sets)},
      email_confirmed_at = case when d.data ? 'email' then null else l.email_confirmed_at end,
      version = l.version + 1
    from jsonb_to_recordset(${JSON.stringify(leads)}::jsonb) as d (id uuid, version int, data jsonb)
    where l.id = d.id and l.version = d.version and l.state = 'open'
    returning l.id, l.version`
  return new Map(written.map(({ id, version }) => [id, version]))
}

/** Takes away leads that were opened by mistake and that nobody touched since: same version, still open, nothing written about them. Returns which. */
export async function unmakeLeads(tx: Tx, leads: readonly { id: string; version: number }[]): Promise<Set<string>> {
  if (leads.length === 0) return new Set()
  const gone = await tx.$queryRaw<{ id: string }[]>`
    delete from sales.lead l
    using jsonb_to_recordset(${JSON.stringify(leads)}::jsonb) as d (id uuid, version int)
    where l.id = d.id and l.version = d.version and l.state = 'open' and l.prospect_id is null
      and not exists (select 1 from sales.activity a where a.lead_id = l.id)
      and not exists (select 1 from sales.stakeholder s where s.lead_id = l.id)
    returning l.id`
  return new Set(gone.map(({ id }) => id))
}
