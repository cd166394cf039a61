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

const reading = statement<Row>(`
  select credit_id as "creditId", organization_id as "organizationId", currency, time_zone as "timeZone", held::float8 as held,
    ordered::float8 as ordered, delivered::float8 as delivered, balance::float8 as balance, terms_id as "termsId", amount::float8 as amount,
    type::text as type, is_mandatory as "isMandatory", on_exceeding::text as "onExceeding", allow_on_account as "allowOnAccount",
    valid_to as "validTo"
  from commerce.credit_standing($2::timestamptz) where organization_id = $1::uuid`)

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
