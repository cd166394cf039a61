import { Prisma } from "@/lib/platform/db"
import { type FieldColumns, traitsSql } from "@/lib/platform/filter-sql"
import type { ListSource } from "@/lib/platform/list-source"
import { byChoice, byDay, byNumber, byScore, byText, byTime, byTimeOrNone } from "@/lib/platform/sort-keys"
import type { OpportunityField } from "./fields"
import { opportunityStatusReasons, stages } from "./rules"
import { type OpportunitySort, type OpportunityView, opportunityList } from "./views"

const amount = (column: Prisma.Sql) => Prisma.sql`case when ${column} is not null then json_build_array(${column}, o.currency) end`
/** So much of a long text a row shows. */
const beginning = (column: Prisma.Sql) => Prisma.sql`left(${column}, 200)`
const longText = { isTold: true, isTrait: true } as const

const columns: FieldColumns<OpportunityField> = {
  topic: { column: Prisma.sql`o.topic`, isSearched: true, isFilled: true },
  account: { column: Prisma.sql`a.name`, key: Prisma.sql`o.account_id`, isJoined: true, isSearched: true, isFilled: true },
  status: { column: Prisma.sql`o.status_reason`, type: Prisma.sql`sales.opportunity_status_reason`, isFilled: true },
  stage: { column: Prisma.sql`o.stage`, type: Prisma.sql`sales.stage`, isFilled: true },
  inStage: { column: Prisma.sql`o.stage_entered_at`, shows: Prisma.sql`case when o.state = 'open' then o.stage_entered_at end` },
  revenue: { column: Prisma.sql`o.estimated_revenue`, shows: amount(Prisma.sql`o.estimated_revenue`) },
  closeDate: { column: Prisma.sql`o.estimated_close_date`, shows: Prisma.sql`o.estimated_close_date::text` },
  owner: {
    column: Prisma.sql`o.owner_id`,
    shows: Prisma.sql`case when o.owner_id is not null then json_build_array(o.owner_id, o.owner_name) end`,
  },
  created: { column: Prisma.sql`o.created_at` },
  contact: {
    column: Prisma.sql`(c.first_name || ' ' || c.last_name)`,
    key: Prisma.sql`o.contact_id`,
    isJoined: true,
    isSearched: true,
    isFilled: true,
  },
  probability: { column: Prisma.sql`o.probability`, isTrait: true },
  rating: { column: Prisma.sql`o.rating`, type: Prisma.sql`sales.rating`, isFilled: true },
  need: { column: Prisma.sql`o.need`, type: Prisma.sql`sales.need`, isTrait: true },
  timeframe: { column: Prisma.sql`o.purchase_timeframe`, type: Prisma.sql`sales.purchase_timeframe`, isTrait: true },
  budget: { column: Prisma.sql`o.budget`, type: Prisma.sql`sales.budget_status`, isTrait: true },
  budgetAmount: { column: Prisma.sql`o.budget_amount`, shows: amount(Prisma.sql`o.budget_amount`), isTrait: true },
  process: { column: Prisma.sql`o.purchase_process`, type: Prisma.sql`sales.purchase_process`, isTrait: true },
  currentSituation: { column: Prisma.sql`o.current_situation`, shows: beginning(Prisma.sql`o.current_situation`), ...longText },
  customerNeed: { column: Prisma.sql`o.customer_need`, shows: beginning(Prisma.sql`o.customer_need`), ...longText },
  proposedSolution: { column: Prisma.sql`o.proposed_solution`, shows: beginning(Prisma.sql`o.proposed_solution`), ...longText },
  requested: { column: Prisma.sql`o.requested_at`, isTrait: true },
  closed: { column: Prisma.sql`o.closed_at` },
  prospect: { column: Prisma.sql`o.prospect_number`, isSearched: true, isTrait: true },
}

/** Opportunities as a list. */
export const opportunitySource: ListSource<OpportunitySort, OpportunityView> = {
  shape: opportunityList,
  from: Prisma.sql`sales.opportunity o join sales.account a on a.id = o.account_id join sales.contact c on c.id = o.contact_id`,
  bare: Prisma.sql`sales.opportunity o`,
  id: Prisma.sql`o.id`,
  search: Prisma.sql`o.search_text`,
  told: Prisma.sql`lower(coalesce(o.current_situation, '') || ' ' || coalesce(o.customer_need, '') || ' ' || coalesce(o.proposed_solution, ''))`,
  traits: traitsSql({
    probability: "o.probability is not null",
    need: "o.need is not null",
    timeframe: "o.purchase_timeframe is not null",
    budget: "o.budget is not null",
    budgetAmount: "o.budget_amount is not null",
    process: "o.purchase_process is not null",
    currentSituation: "o.current_situation is not null",
    customerNeed: "o.customer_need is not null",
    proposedSolution: "o.proposed_solution is not null",
    requested: "o.requested_at is not null",
    prospect: "o.prospect_number is not null",
  }),
  fields: columns,
  judged: Prisma.sql`o.version, o.state = 'open' as "isOpen", o.owner_id as "ownerId"`,
  sorts: {
    topic: byText(Prisma.sql`o.topic`),
    status: byChoice(Prisma.sql`o.status_reason`, Prisma.sql`sales.opportunity_status_reason`, Object.keys(opportunityStatusReasons)),
    stage: byChoice(Prisma.sql`o.stage`, Prisma.sql`sales.stage`, Object.keys(stages)),
    inStage: byTime(Prisma.sql`o.stage_entered_at`),
    revenue: byNumber(Prisma.sql`o.estimated_revenue`),
    probability: byScore(Prisma.sql`o.probability`),
    close: byDay(Prisma.sql`o.estimated_close_date`),
    owner: byText(Prisma.sql`o.owner_name`, true),
    created: byTime(Prisma.sql`o.created_at`),
    closed: byTimeOrNone(Prisma.sql`o.closed_at`),
  },
  belongs: {
    "my-open": (viewerId) => [Prisma.sql`o.owner_id = ${viewerId}::uuid and o.state = 'open'`],
    open: () => [Prisma.sql`o.state = 'open'`],
    won: () => [Prisma.sql`o.state = 'won'`],
    lost: () => [Prisma.sql`o.state = 'lost'`],
    all: () => [],
  },
}
