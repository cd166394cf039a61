import { db, type Tx } from "@/lib/platform/db"
import { statement } from "@/lib/platform/statement"
import { type CreditLimitType, type CreditMessage, creditLeft, type Figures, type Terms, usedCredit } from "./rules"

/** Where an organization's credit stands at an hour; amounts in the currency's minor units. */
export type Standing = {
  creditId: string
  organizationId: string
  currency: string
  timeZone: string
  figures: Figures
  terms: (Terms & { id: string; validTo: Date | null }) | null
  used: number
  /** Null where nothing limits it, or nothing is sold on account. */
  left: number | null
}

type Row = {
  creditId: string
  organizationId: string
  currency: string
  timeZone: string
  held: number
  ordered: number
  delivered: number
  balance: number
  termsId: string | null
  amount: number
  type: CreditLimitType
  isMandatory: boolean
  onExceeding: CreditMessage
  allowOnAccount: boolean
  validTo: Date | null
}

/** The terms that stand at the hour `$2`, of `account`, as a lateral join `terms`. */
const termsAt = `left join lateral (
    select * from commerce.credit_terms
    where credit_id = account.id and state = 'stands' and stands_since <= $2::timestamptz and valid_from <= $2::timestamptz
      and (valid_to is null or valid_to > $2::timestamptz)
    order by stands_since desc, id desc limit 1) as terms on true`

const reading = statement<Row>(`
  select account.id as "creditId", account.organization_id as "organizationId", account.currency, account.time_zone as "timeZone",
    (account.held - coalesce(ended.held, 0))::float8 as held, account.ordered::float8 as ordered, account.delivered::float8 as delivered,
    account.balance::float8 as balance, terms.id as "termsId", terms.amount::float8 as amount, terms.type::text as type,
    terms.is_mandatory as "isMandatory", terms.on_exceeding::text as "onExceeding", terms.allow_on_account as "allowOnAccount",
    terms.valid_to as "validTo"
  from commerce.credit_account as account
    left join lateral (
      select sum(held) as held from commerce.credit_authorization
      where credit_id = account.id and held > 0 and expires_at <= $2::timestamptz) as ended on true
    ${termsAt}
  where account.organization_id = $1::uuid`)

/** Where an organization's credit stands; null where it has no credit account. What ended by this hour counts as given back, whether anybody swept it or not. */
export async function readStanding(organizationId: string, now: Date, tx: Tx = db): Promise<Standing | null> {
  const [row] = await reading(tx, [organizationId, now])
  if (!row) return null
  const { creditId, currency, timeZone, held, ordered, delivered, balance, termsId, validTo } = row
  const { amount, type, isMandatory, onExceeding, allowOnAccount } = row
  const figures = { held, ordered, delivered, balance }
  const terms = termsId ? { id: termsId, amount, type, isMandatory, onExceeding, allowOnAccount, validTo } : null
  return {
    ...{ creditId, organizationId, currency, timeZone, figures, terms },
    used: usedCredit(figures, terms?.type ?? "balance_all"),
    left: creditLeft(figures, terms),
  }
}
