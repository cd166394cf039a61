import { Prisma } from "@/lib/platform/db"
import { type FieldColumns, traitsSql } from "@/lib/platform/filter-sql"
import type { ListSource } from "@/lib/platform/list-source"
import { byChoice, byNumber, byScore, byText, byTime, byTimeOrNone } from "@/lib/platform/sort-keys"
import { ratings, sources } from "../choices"
import type { LeadField } from "./fields"
import { leadStatusReasons } from "./rules"
import { type LeadSort, type LeadView, leadList } from "./views"

const searched = { isSearched: true } as const
const status = Prisma.sql`sales.lead_status_reason`
const rating = Prisma.sql`sales.rating`
const source = Prisma.sql`sales.lead_source`
const timerState = Prisma.sql`sales.timer_state`
const since = (at: Prisma.Sql) => Prisma.sql`(extract(epoch from ${at}) * 1000)::bigint`
/** When a timer is due, in milliseconds, and how it stands. */
const timer = (due: Prisma.Sql, state: Prisma.Sql) => Prisma.sql`json_build_array(coalesce(${since(due)}, 0), ${state})`
/** A decision that stands because the applicant is asked says so. */
const decisionFace = Prisma.sql`case when l.asked_at is not null and l.decision_state = 'paused' then 'asked' else l.decision_state::text end`
/** Since when an open lead waits, in milliseconds since 1970; with a word once its decision is nearly due, or overdue. */
const waiting = Prisma.sql`case when l.state = 'open' then case l.decision_state when 'breached' then json_build_array(${since(Prisma.sql`l.created_at`)}, 'late')
  when 'warning' then json_build_array(${since(Prisma.sql`l.created_at`)}, 'soon') else to_json(${since(Prisma.sql`l.created_at`)}) end end`
const amount = (column: Prisma.Sql) => Prisma.sql`case when ${column} is not null then json_build_array(${column}, l.currency) end`

const columns: FieldColumns<LeadField> = {
  company: { column: Prisma.sql`l.company_name`, key: Prisma.sql`l.account_id`, ...searched, isFilled: true },
  contact: { column: Prisma.sql`(l.first_name || ' ' || l.last_name)`, key: Prisma.sql`l.contact_id`, ...searched, isFilled: true },
  country: { column: Prisma.sql`l.country` },
  status: { column: Prisma.sql`l.status_reason`, type: status, isFilled: true },
  rating: { column: Prisma.sql`l.rating`, type: rating, isFilled: true },
  score: {
    column: Prisma.sql`l.score`,
    shows: Prisma.sql`case when l.score is not null then json_build_array(l.score, upper(l.grade::text)) end`,
  },
  grade: { column: Prisma.sql`l.grade`, type: Prisma.sql`sales.lead_grade` },
  owner: {
    column: Prisma.sql`l.owner_id`,
    shows: Prisma.sql`case when l.owner_id is not null then json_build_array(l.owner_id, l.owner_name) end`,
  },
  waiting: { column: Prisma.sql`l.created_at`, shows: Prisma.sql`case when l.state = 'open' then l.created_at end`, drawn: waiting },
  responseDue: { column: Prisma.sql`l.response_due_at`, drawn: timer(Prisma.sql`l.response_due_at`, Prisma.sql`l.response_state`) },
  decisionDue: { column: Prisma.sql`l.decision_due_at`, drawn: timer(Prisma.sql`l.decision_due_at`, decisionFace) },
  responseState: { column: Prisma.sql`l.response_state`, type: timerState, isFilled: true },
  decisionState: { column: Prisma.sql`l.decision_state`, type: timerState, isFilled: true },
  escalated: { column: Prisma.sql`l.escalated_at` },
  asked: { column: Prisma.sql`l.asked_at` },
  prospect: { column: Prisma.sql`l.prospect_number`, ...searched, isTrait: true },
  topic: { column: Prisma.sql`l.topic`, isTold: true, isFilled: true },
  email: { column: Prisma.sql`l.email`, ...searched, isTrait: true },
  phone: { column: Prisma.sql`l.phone`, isTold: true, isTrait: true },
  language: { column: Prisma.sql`l.language`, isFilled: true },
  jobTitle: { column: Prisma.sql`l.job_title`, isTold: true, isTrait: true },
  source: { column: Prisma.sql`l.source`, type: source, isFilled: true },
  channel: {
    column: Prisma.sql`l.channel`,
    shows: Prisma.sql`case when l.channel is not null then json_build_array(l.channel, l.channel_name) end`,
  },
  value: { column: Prisma.sql`l.estimated_value`, shows: amount(Prisma.sql`l.estimated_value`) },
  closeDate: { column: Prisma.sql`l.estimated_close_date`, shows: Prisma.sql`l.estimated_close_date::text`, isTrait: true },
  created: { column: Prisma.sql`l.created_at` },
  closed: { column: Prisma.sql`l.closed_at` },
  website: { column: Prisma.sql`l.website`, isTold: true, isTrait: true },
  taxId: { column: Prisma.sql`l.tax_id`, isTold: true, isTrait: true },
  street: { column: Prisma.sql`l.street`, isTold: true, isTrait: true },
  street2: { column: Prisma.sql`l.street2`, isTold: true, isTrait: true },
  city: { column: Prisma.sql`l.city`, isTold: true, isTrait: true },
  stateProvince: { column: Prisma.sql`l.state_province`, isTold: true, isTrait: true },
  postalCode: { column: Prisma.sql`l.postal_code`, isTold: true, isTrait: true },
  industry: { column: Prisma.sql`l.industry`, isTold: true, isTrait: true },
  budget: { column: Prisma.sql`l.budget`, type: Prisma.sql`sales.budget_status`, isTrait: true },
  budgetAmount: { column: Prisma.sql`l.budget_amount`, shows: amount(Prisma.sql`l.budget_amount`), isTrait: true },
  need: { column: Prisma.sql`l.need`, type: Prisma.sql`sales.need`, isTrait: true },
  timeframe: { column: Prisma.sql`l.purchase_timeframe`, type: Prisma.sql`sales.purchase_timeframe`, isTrait: true },
  process: { column: Prisma.sql`l.purchase_process`, type: Prisma.sql`sales.purchase_process`, isTrait: true },
  decisionMaker: { column: Prisma.sql`l.decision_maker`, isTrait: true },
  duplicates: { column: Prisma.sql`l.has_duplicates`, isFilled: true },
  confirmed: { column: Prisma.sql`l.email_confirmed_at`, isTrait: true },
  comments: { column: Prisma.sql`l.comments`, shows: Prisma.sql`left(l.comments, 200)`, isTold: true, isTrait: true },
  closeComment: { column: Prisma.sql`l.close_comment`, shows: Prisma.sql`left(l.close_comment, 200)`, isTold: true, isTrait: true },
}

/** Leads as a list. */
export const leadSource: ListSource<LeadSort, LeadView> = {
  shape: leadList,
  from: Prisma.sql`sales.lead l`,
  id: Prisma.sql`l.id`,
  search: Prisma.sql`l.search_text`,
  told: Prisma.sql`lower(l.topic || ' ' || coalesce(l.phone, '') || ' ' || coalesce(l.job_title, '') || ' ' || coalesce(l.website, '') || ' ' || coalesce(l.tax_id, '') || ' ' || coalesce(l.street, '') || ' ' || coalesce(l.street2, '') || ' ' || coalesce(l.city, '') || ' ' || coalesce(l.state_province, '') || ' ' || coalesce(l.postal_code, '') || ' ' || coalesce(l.industry, '') || ' ' || coalesce(l.comments, '') || ' ' || coalesce(l.close_comment, ''))`,
  traits: traitsSql({
    prospect: "l.prospect_number is not null",
    email: "l.email is not null",
    phone: "l.phone is not null",
    jobTitle: "l.job_title is not null",
    closeDate: "l.estimated_close_date is not null",
    website: "l.website is not null",
    taxId: "l.tax_id is not null",
    street: "l.street is not null",
    street2: "l.street2 is not null",
    city: "l.city is not null",
    stateProvince: "l.state_province is not null",
    postalCode: "l.postal_code is not null",
    industry: "l.industry is not null",
    budget: "l.budget is not null",
    budgetAmount: "l.budget_amount is not null",
    need: "l.need is not null",
    timeframe: "l.purchase_timeframe is not null",
    process: "l.purchase_process is not null",
    confirmed: "l.email_confirmed_at is not null",
    comments: "l.comments is not null",
    closeComment: "l.close_comment is not null",
    decisionMaker: "l.decision_maker",
  }),
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
    score: byScore(Prisma.sql`l.score`),
    value: byNumber(Prisma.sql`l.estimated_value`),
    created: byTime(Prisma.sql`l.created_at`),
    closed: byTimeOrNone(Prisma.sql`l.closed_at`),
    response: byTimeOrNone(Prisma.sql`l.response_due_at`),
    decision: byTimeOrNone(Prisma.sql`l.decision_due_at`),
  },
  belongs: {
    commerce: () => [Prisma.sql`l.from_commerce`],
    "my-open": (viewerId) => [Prisma.sql`l.owner_id = ${viewerId}::uuid and l.state = 'open'`],
    open: () => [Prisma.sql`l.state = 'open'`],
    closed: () => [Prisma.sql`l.state <> 'open'`],
    escalated: () => [Prisma.sql`l.escalated_at is not null`],
    all: () => [],
  },
}
