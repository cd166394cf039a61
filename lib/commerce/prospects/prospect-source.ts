import { Prisma } from "@/lib/platform/db"
import { type FieldColumns, traitsSql } from "@/lib/platform/filter-sql"
import type { ListSource } from "@/lib/platform/list-source"
import { byText, byTime } from "@/lib/platform/sort-keys"
import type { ProspectField } from "./fields"
import { type ProspectSort, prospectList } from "./views"

const pendingSince = Prisma.sql`case when p.status = 'pending' then p.submitted_at end`
const ms = (span: Prisma.Sql) => Prisma.sql`(extract(epoch from ${span}) * 1000)::bigint`
/** Since when a pending prospect waits, in milliseconds since 1970; of one that was decided, how long it took. */
const wait = Prisma.sql`case when p.status = 'pending' then to_json(${ms(Prisma.sql`p.submitted_at`)})
  when p.decided_at is not null then json_build_array(${ms(Prisma.sql`p.decided_at - p.submitted_at`)}, 'took') end`
const requestor = Prisma.sql`(p.first_name || ' ' || p.last_name)`

const columns: FieldColumns<ProspectField> = {
  company: { column: Prisma.sql`p.company_name`, isSearched: true, isFilled: true },
  number: { column: Prisma.sql`p.number`, isSearched: true, isFilled: true },
  requestor: {
    column: requestor,
    isFilled: true,
    isSearched: true,
    drawn: Prisma.sql`case when p.email_confirmed_at is null then json_build_array(${requestor}, 'Unverified') else to_json(${requestor}) end`,
  },
  country: { column: Prisma.sql`p.country` },
  status: { column: Prisma.sql`p.status`, type: Prisma.sql`commerce.prospect_status`, isFilled: true },
  waiting: { column: Prisma.sql`p.submitted_at`, shows: pendingSince, drawn: wait },
  target: {
    column: Prisma.sql`p.submitted_at`,
    shows: pendingSince,
    drawn: Prisma.sql`case when p.status <> 'withdrawn' then (${wait}) end`,
  },
  sales: { column: Prisma.sql`p.sales_stage`, isTold: true, isTrait: true },
  email: { column: Prisma.sql`p.email`, isSearched: true, isFilled: true },
  phone: { column: Prisma.sql`p.phone`, isSearched: true, isTrait: true },
  website: { column: Prisma.sql`p.website`, isTold: true, isTrait: true },
  taxId: { column: Prisma.sql`p.tax_id`, isTold: true, isTrait: true },
  city: { column: Prisma.sql`p.city`, isTold: true, isTrait: true },
  submitted: { column: Prisma.sql`p.submitted_at` },
  decided: { column: Prisma.sql`p.decided_at`, isTrait: true },
  confirmed: { column: Prisma.sql`p.email_confirmed_at`, isTrait: true },
  comments: { column: Prisma.sql`p.comments`, shows: Prisma.sql`left(p.comments, 200)`, isTold: true, isTrait: true },
}

/** Prospects as a list. The longest wait is the earliest submission. */
export const prospectSource: ListSource<ProspectSort, "all"> = {
  shape: prospectList,
  from: Prisma.sql`commerce.prospect p`,
  id: Prisma.sql`p.id`,
  search: Prisma.sql`p.search_text`,
  told: Prisma.sql`lower(coalesce(p.sales_stage, '') || ' ' || coalesce(p.website, '') || ' ' || coalesce(p.tax_id, '') || ' ' || coalesce(p.city, '') || ' ' || coalesce(p.comments, ''))`,
  traits: traitsSql({
    sales: "p.sales_stage is not null",
    phone: "p.phone is not null",
    website: "p.website is not null",
    taxId: "p.tax_id is not null",
    city: "p.city is not null",
    comments: "p.comments is not null",
    decided: "p.decided_at is not null",
    confirmed: "p.email_confirmed_at is not null",
  }),
  fields: columns,
  judged: Prisma.sql`p.version, p.status = 'pending' as "isOpen", null::uuid as "ownerId"`,
  sorts: { waiting: byTime(Prisma.sql`p.submitted_at`), company: byText(Prisma.sql`p.company_name`) },
  reversed: ["waiting"],
  belongs: { all: () => [] },
}
