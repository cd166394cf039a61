import { Prisma } from "@/lib/platform/db"
import { type FieldColumns, traitsSql } from "@/lib/platform/filter-sql"
import type { ListSource } from "@/lib/platform/list-source"
import { byText, byTime, byTimeOrNone } from "@/lib/platform/sort-keys"
import type { ProspectField } from "./fields"
import { type ProspectSort, type ProspectView, prospectList } from "./views"

const pendingSince = Prisma.sql`case when p.status = 'pending' then p.submitted_at end`
const ms = (span: Prisma.Sql) => Prisma.sql`(extract(epoch from ${span}) * 1000)::bigint`
/** Since when a pending prospect waits, in milliseconds since 1970, with a word once its decision is nearly due, or overdue; of one that was decided, how long it took. */
const wait = Prisma.sql`case
  when p.status = 'pending' and p.decision_state = 'breached' then json_build_array(${ms(Prisma.sql`p.submitted_at`)}, 'late')
  when p.status = 'pending' and p.decision_state = 'warning' then json_build_array(${ms(Prisma.sql`p.submitted_at`)}, 'soon')
  when p.status = 'pending' then to_json(${ms(Prisma.sql`p.submitted_at`)})
  when p.decided_at is not null then json_build_array(${ms(Prisma.sql`p.decided_at - p.submitted_at`)}, 'took') end`
const requestor = Prisma.sql`(p.first_name || ' ' || p.last_name)`
const told = { isTold: true, isTrait: true } as const
/** Read for each row that is shown: there are few channels, and the list is walked by its own table alone. */
const channel = Prisma.sql`json_build_array(p.channel, (select store.name from commerce.channel store where store.code = p.channel))`

const columns: FieldColumns<ProspectField> = {
  company: { column: Prisma.sql`p.company_name`, isSearched: true, isFilled: true },
  number: { column: Prisma.sql`p.number`, isSearched: true, isFilled: true },
  requestor: {
    column: requestor,
    isFilled: true,
    isSearched: true,
    drawn: Prisma.sql`case when p.email_confirmed_at is null then json_build_array(${requestor}, 'Unverified') else to_json(${requestor}) end`,
  },
  country: { column: Prisma.sql`p.country`, isFilled: true },
  channel: { column: Prisma.sql`p.channel`, shows: channel, isFilled: true },
  status: { column: Prisma.sql`p.status`, type: Prisma.sql`commerce.prospect_status`, isFilled: true },
  owner: {
    column: Prisma.sql`p.owner_id`,
    shows: Prisma.sql`case when p.owner_id is not null then json_build_array(p.owner_id, p.owner_name) end`,
  },
  waiting: { column: Prisma.sql`p.submitted_at`, shows: pendingSince, drawn: wait },
  decisionDue: {
    column: Prisma.sql`p.decision_due_at`,
    drawn: Prisma.sql`json_build_array(coalesce(${ms(Prisma.sql`p.decision_due_at`)}, 0), p.decision_state)`,
  },
  decisionState: { column: Prisma.sql`p.decision_state`, type: Prisma.sql`commerce.decision_timer`, isFilled: true },
  expires: { column: Prisma.sql`p.expires_at`, type: Prisma.sql`timestamptz`, shows: Prisma.sql`p.expires_at` },
  sales: { column: Prisma.sql`p.sales_stage`, ...told },
  email: { column: Prisma.sql`p.email`, isSearched: true, isFilled: true },
  phone: { column: Prisma.sql`p.phone`, isSearched: true, isTrait: true },
  website: { column: Prisma.sql`p.website`, ...told },
  taxId: { column: Prisma.sql`p.tax_id`, ...told },
  street: { column: Prisma.sql`p.street`, isTold: true, isFilled: true },
  street2: { column: Prisma.sql`p.street2`, ...told },
  city: { column: Prisma.sql`p.city`, ...told },
  stateProvince: { column: Prisma.sql`p.state_province`, ...told },
  postalCode: { column: Prisma.sql`p.postal_code`, ...told },
  language: { column: Prisma.sql`p.language`, isTold: true, isFilled: true },
  submitted: { column: Prisma.sql`p.submitted_at` },
  agreed: { column: Prisma.sql`p.consent_at` },
  decided: { column: Prisma.sql`p.decided_at`, isTrait: true },
  decidedBy: { column: Prisma.sql`p.decided_by_name`, ...told },
  reason: { column: Prisma.sql`p.decision_reason`, shows: Prisma.sql`left(p.decision_reason, 200)`, ...told },
  note: { column: Prisma.sql`p.note_to_applicant`, shows: Prisma.sql`left(p.note_to_applicant, 200)`, ...told },
  confirmed: { column: Prisma.sql`p.email_confirmed_at`, isTrait: true },
  comments: { column: Prisma.sql`p.comments`, shows: Prisma.sql`left(p.comments, 200)`, ...told },
}

/** Prospects as a list. The longest wait is the earliest submission. */
export const prospectSource: ListSource<ProspectSort, ProspectView> = {
  shape: prospectList,
  from: Prisma.sql`commerce.prospect p`,
  id: Prisma.sql`p.id`,
  search: Prisma.sql`p.search_text`,
  told: Prisma.sql`lower(coalesce(p.sales_stage, '') || ' ' || coalesce(p.website, '') || ' ' || coalesce(p.tax_id, '') || ' ' || p.street || ' ' || coalesce(p.street2, '') || ' ' || coalesce(p.city, '') || ' ' || coalesce(p.state_province, '') || ' ' || coalesce(p.postal_code, '') || ' ' || p.language || ' ' || coalesce(p.decided_by_name, '') || ' ' || coalesce(p.decision_reason, '') || ' ' || coalesce(p.note_to_applicant, '') || ' ' || coalesce(p.comments, ''))`,
  traits: traitsSql({
    sales: "p.sales_stage is not null",
    phone: "p.phone is not null",
    website: "p.website is not null",
    taxId: "p.tax_id is not null",
    street2: "p.street2 is not null",
    city: "p.city is not null",
    stateProvince: "p.state_province is not null",
    postalCode: "p.postal_code is not null",
    comments: "p.comments is not null",
    decided: "p.decided_at is not null",
    decidedBy: "p.decided_by_name is not null",
    reason: "p.decision_reason is not null",
    note: "p.note_to_applicant is not null",
    confirmed: "p.email_confirmed_at is not null",
  }),
  fields: columns,
  judged: Prisma.sql`p.version, p.status = 'pending' as "isOpen", p.owner_id as "ownerId"`,
  sorts: {
    waiting: byTime(Prisma.sql`p.submitted_at`),
    company: byText(Prisma.sql`p.company_name`),
    owner: byText(Prisma.sql`p.owner_name`, true),
    decision: byTimeOrNone(Prisma.sql`p.decision_due_at`),
  },
  reversed: ["waiting"],
  belongs: {
    all: () => [],
    mine: (viewerId) => [Prisma.sql`p.owner_id = ${viewerId}::uuid`],
    unassigned: () => [Prisma.sql`p.owner_id is null and p.status = 'pending'`],
  },
}
