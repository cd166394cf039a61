import { Prisma } from "@/lib/platform/db"
import type { FieldColumns } from "@/lib/platform/filter-sql"
import type { ListSource } from "@/lib/platform/list-source"
import { byChoice, byNumber, byText, byTime } from "@/lib/platform/sort-keys"
import { ratings, sources } from "../choices"
import type { LeadField } from "./fields"
import { leadStatusReasons } from "./rules"
import { type LeadSort, type LeadView, leadList } from "./views"

const searched = { isSearched: true } as const
const status = Prisma.sql`sales.lead_status_reason`
const rating = Prisma.sql`sales.rating`
const source = Prisma.sql`sales.lead_source`
const amount = (column: Prisma.Sql) => Prisma.sql`case when ${column} is not null then json_build_array(${column}, l.currency) end`

const columns: FieldColumns<LeadField> = {
  company: { column: Prisma.sql`l.company_name`, ...searched },
  contact: { column: Prisma.sql`(l.first_name || ' ' || l.last_name)`, ...searched },
  country: { column: Prisma.sql`l.country` },
  status: { column: Prisma.sql`l.status_reason`, type: status },
  rating: { column: Prisma.sql`l.rating`, type: rating },
  owner: {
    column: Prisma.sql`l.owner_id`,
    shows: Prisma.sql`case when l.owner_id is not null then json_build_array(l.owner_id, l.owner_name) end`,
  },
  waiting: { column: Prisma.sql`l.created_at`, shows: Prisma.sql`case when l.state = 'open' then l.created_at end` },
  prospect: { column: Prisma.sql`l.prospect_number`, ...searched },
  topic: { column: Prisma.sql`l.topic` },
  email: { column: Prisma.sql`l.email`, ...searched },
  phone: { column: Prisma.sql`l.phone` },
  jobTitle: { column: Prisma.sql`l.job_title` },
  source: { column: Prisma.sql`l.source`, type: source },
  value: { column: Prisma.sql`l.estimated_value`, shows: amount(Prisma.sql`l.estimated_value`) },
  closeDate: { column: Prisma.sql`l.estimated_close_date`, shows: Prisma.sql`l.estimated_close_date::text` },
  created: { column: Prisma.sql`l.created_at` },
  closed: { column: Prisma.sql`l.closed_at` },
  website: { column: Prisma.sql`l.website` },
  taxId: { column: Prisma.sql`l.tax_id` },
  street: { column: Prisma.sql`l.street` },
  street2: { column: Prisma.sql`l.street2` },
  city: { column: Prisma.sql`l.city` },
  stateProvince: { column: Prisma.sql`l.state_province` },
  postalCode: { column: Prisma.sql`l.postal_code` },
  industry: { column: Prisma.sql`l.industry` },
  budget: { column: Prisma.sql`l.budget`, type: Prisma.sql`sales.budget_status` },
  budgetAmount: { column: Prisma.sql`l.budget_amount`, shows: amount(Prisma.sql`l.budget_amount`) },
  need: { column: Prisma.sql`l.need`, type: Prisma.sql`sales.need` },
  timeframe: { column: Prisma.sql`l.purchase_timeframe`, type: Prisma.sql`sales.purchase_timeframe` },
  process: { column: Prisma.sql`l.purchase_process`, type: Prisma.sql`sales.purchase_process` },
  decisionMaker: { column: Prisma.sql`l.decision_maker` },
  confirmed: { column: Prisma.sql`l.email_confirmed_at` },
  comments: { column: Prisma.sql`l.comments`, shows: Prisma.sql`left(l.comments, 200)` },
}

/** Leads as a list. */
export const leadSource: ListSource<LeadSort, LeadView> = {
  shape: leadList,
  from: Prisma.sql`sales.lead l`,
  id: Prisma.sql`l.id`,
  search: Prisma.sql`l.search_text`,
  fields: columns,
  judged: Prisma.sql`l.version, l.state = 'open' as "isOpen", l.owner_id as "ownerId"`,
  sorts: {
    company: byText(Prisma.sql`l.name_key`),
    contact: byText(Prisma.sql`l.last_name`),
    country: byText(Prisma.sql`l.country`, true),
    status: byChoice(Prisma.sql`l.status_reason`, status, Object.keys(leadStatusReasons)),
    rating: byChoice(Prisma.sql`l.rating`, rating, Object.keys(ratings)),
    owner: byText(Prisma.sql`l.owner_name`, true),
    source: byChoice(Prisma.sql`l.source`, source, Object.keys(sources)),
    value: byNumber(Prisma.sql`l.estimated_value`),
    created: byTime(Prisma.sql`l.created_at`),
  },
  belongs: {
    commerce: () => [Prisma.sql`l.from_commerce`],
    "my-open": (viewerId) => [Prisma.sql`l.owner_id = ${viewerId}::uuid and l.state = 'open'`],
    open: () => [Prisma.sql`l.state = 'open'`],
    closed: () => [Prisma.sql`l.state <> 'open'`],
    all: () => [],
  },
}
