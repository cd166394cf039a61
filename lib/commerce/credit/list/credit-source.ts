import { Prisma } from "@/lib/platform/db"
import type { FieldColumn, FieldColumns } from "@/lib/platform/filter-sql"
import type { ListSource } from "@/lib/platform/list-source"
import { byDay, byText, type SortKey } from "@/lib/platform/sort-keys"
import { currencies, minorDigits } from "../money"
import { type CreditField, nearLimit } from "./fields"
import { type CreditSort, type CreditView, creditList } from "./views"

const written = (digits: number) => currencies.filter((code) => minorDigits(code) === digits).map((code) => `'${code}'`)
const unusual = [...new Set(currencies.map(minorDigits))].filter((digits) => digits !== 2)
/** What a currency's digits make of it, in SQL. */
const byDigits = (currency: string, of: (digits: number) => number) =>
  `(case ${unusual.map((digits) => `when ${currency} in (${written(digits)}) then ${of(digits)}`).join(" ")} else ${of(2)} end)`

/** An amount in minor units, as people and files read it. */
const money = (minor: string, isFilled = false, currency = "s.currency"): FieldColumn => {
  const [unit, places] = [byDigits(currency, (digits) => 10 ** digits), byDigits(currency, (digits) => digits)]
  const major = Prisma.raw(`round(${minor}::numeric / ${unit}, ${places})`)
  return {
    column: major,
    isFilled,
    shows: Prisma.sql`case when ${Prisma.raw(minor)} is not null then json_build_array(${major}, ${Prisma.raw(currency)}) end`,
  }
}

const isOver = Prisma.sql`s.credit_left < 0`
/** `share` of nothing is nothing; exact, where a rounded share is not. */
const isNear = Prisma.sql`s.credit_left is not null and s.used * 100 > s.amount * ${Prisma.raw(String(nearLimit))}`
const isOff = Prisma.sql`s.allow_on_account is not true`
const share = Prisma.sql`(case when s.credit_left is not null and s.amount > 0 then round(s.used * 100.0 / s.amount, 1)::float8 end)`
/** A partner asks in a currency of its own, as long as the account may get another. */
const asked = (column: string) =>
  `(select r.${column} from commerce.credit_request r where r.credit_id = s.credit_id and r.state = 'asked')`
const isAsked = Prisma.sql`exists (select 1 from commerce.credit_request r where r.credit_id = s.credit_id and r.state = 'asked')`
const isRefusedLately = Prisma.sql`exists (select 1 from commerce.credit_refusal f where f.credit_id = s.credit_id and f.at > now() - interval '7 days')`
const isWaiting = Prisma.sql`exists (select 1 from commerce.credit_terms w where w.credit_id = s.credit_id and w.state = 'waiting')`

const columns: FieldColumns<CreditField> = {
  organization: { column: Prisma.sql`o.name`, isSearched: true, isFilled: true },
  number: { column: Prisma.sql`o.number`, isSearched: true, isFilled: true },
  status: {
    column: Prisma.sql`(case when ${isOff} then 'off' when s.credit_left is null then 'unlimited' when ${isOver} then 'over' when ${isNear} then 'near' else 'within' end)`,
    isFilled: true,
  },
  share: { column: share },
  limit: money("s.amount"),
  used: money("s.used", true),
  left: money("s.credit_left"),
  type: { column: Prisma.sql`s.type`, type: Prisma.sql`commerce.credit_limit_type` },
  onAccount: { column: Prisma.sql`(s.allow_on_account is true)`, isFilled: true },
  review: { column: Prisma.sql`s.review_on`, shows: Prisma.sql`s.review_on::text` },
  currency: { column: Prisma.sql`s.currency`, isFilled: true },
  onExceeding: { column: Prisma.sql`s.on_exceeding`, type: Prisma.sql`commerce.credit_message` },
  asked: money(asked("amount"), false, asked("currency")),
  waiting: { column: isWaiting, isFilled: true },
  until: { column: Prisma.sql`s.valid_to` },
  refused: { column: Prisma.sql`(select max(f.at) from commerce.credit_refusal f where f.credit_id = s.credit_id)` },
  balance: money("s.balance", true),
  promised: money("s.held", true),
  delivered: money("s.delivered", true),
  ordered: money("s.ordered", true),
  country: { column: Prisma.sql`o.country` },
}

/** What is used most comes first; what has no limit to use comes last, where nothing is sold after all others. A limit of nothing is used up at once. */
const byShare: SortKey = {
  column: Prisma.sql`(case when ${isOff} then -2e9 when s.credit_left is null then -1e9 when s.amount > 0 then s.used * 100.0 / s.amount
    when ${isOver} then 1e9 else 0 end)::numeric(28, 6)`,
  type: Prisma.sql`numeric`,
  isNullable: false,
  accepts: (value) => /^-?\d{1,22}(\.\d{1,6})?$/.test(value),
}

/** The credit of organizations as a list; its records are the organizations. */
export const creditSource: ListSource<CreditSort, CreditView> = {
  shape: creditList,
  from: Prisma.sql`commerce.credit_standing(now()) s join commerce.customer o on o.id = s.organization_id`,
  id: Prisma.sql`s.organization_id`,
  search: Prisma.sql`o.search_text`,
  fields: columns,
  judged: Prisma.sql`s.version, true as "isOpen", null::uuid as "ownerId"`,
  sorts: { share: byShare, organization: byText(Prisma.sql`o.name`), review: byDay(Prisma.sql`s.review_on`) },
  belongs: {
    all: () => [],
    near: () => [isNear],
    over: () => [isOver],
    review: () => [Prisma.sql`s.review_on <= (now() at time zone s.time_zone)::date`],
    asked: () => [isAsked],
    waiting: () => [isWaiting],
    refused: () => [isRefusedLately],
    off: () => [isOff],
  },
}
