import type { FieldChange } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { db, type Tx } from "@/lib/platform/db"
import { AppError } from "@/lib/platform/errors"
import { type CurrencyUse, refusalToChangeCurrency } from "./rules"

type Account = { id: string; currency: string }

/** What stands in the currency of an organization's credit. */
export async function readCurrencyUse({ id, currency }: Account, tx: Tx = db): Promise<CurrencyUse> {
  const [use] = await tx.$queryRaw<{ isUsed: boolean; hasLimits: boolean }[]>`
    select (select seq from commerce.credit_entry entry where entry.credit_id = account.id order by seq desc limit 1) is not null as "isUsed",
      exists (
        select 1 from commerce.hierarchy join commerce.hierarchy_member member on member.hierarchy_id = hierarchy.id and member.removed_at is null
          join commerce.spending_limit given on given.member_id = member.id
        where hierarchy.organization_id = account.organization_id
          and num_nonnulls(given.store_per_order, given.store_per_month, given.own_per_order, given.own_per_month) > 0) as "hasLimits"
    from commerce.credit_account account where account.id = ${id}::uuid`
  return { currency, isUsed: use?.isUsed === true, hasLimits: use?.hasLimits === true }
}

/** Refuses another currency where amounts stand in the one that the credit has. The account is locked by the caller. */
export async function insistOnFreeCurrency({ tx }: Pick<Ctx, "tx">, account: Account): Promise<void> {
  const refusal = refusalToChangeCurrency(await readCurrencyUse(account, tx))
  if (refusal) throw new AppError(refusal.code, refusal.message, { fields: { currency: refusal.message } })
}

/** Lets the credit of an organization be in another currency from now on; what its history says of it. Limits of users who were removed are forgotten. */
export async function changeCurrency({ tx }: Pick<Ctx, "tx">, { id, currency }: Account, to: string): Promise<FieldChange[]> {
  if (currency === to) return []
  await tx.creditAccount.update({ where: { id }, data: { currency: to, version: { increment: 1 } } })
  await tx.$executeRaw`
    delete from commerce.spending_limit given
    using commerce.hierarchy_member member, commerce.hierarchy hierarchy, commerce.credit_account account
    where member.id = given.member_id and hierarchy.id = member.hierarchy_id and hierarchy.organization_id = account.organization_id
      and account.id = ${id}::uuid`
  return [{ field: "creditCurrency", from: currency, to }]
}
