import { db, Prisma } from "@/lib/platform/db"

/**
 * What must hold of credit after every deed and every crash: the ledger adds up to the accounts, to the authorizations and to what users
 * spent. `words` is the sentence that must be true; `sql` finds the records for which it is not. It reads whole tables.
 */
export const creditInvariants: readonly { key: string; words: string; sql: Prisma.Sql }[] = [
  {
    key: "credit-account",
    words: "The credit ledger adds up to the account",
    sql: Prisma.sql`
      select 'customer' as kind, customer.id, customer.number as label
      from commerce.credit_account account join commerce.customer customer on customer.id = account.organization_id
        left join lateral (
          select coalesce(sum(held), 0) as held, coalesce(sum(ordered), 0) as ordered, coalesce(sum(delivered), 0) as delivered,
            coalesce(sum(loose), 0) as loose, coalesce(sum(balance), 0) as balance
          from commerce.credit_entry where credit_id = account.id) sums on true
      where (account.held, account.ordered, account.delivered, account.loose, account.balance)
        is distinct from (sums.held, sums.ordered, sums.delivered, sums.loose, sums.balance)`,
  },
  {
    key: "credit-authorization",
    words: "The credit ledger adds up to each authorization",
    sql: Prisma.sql`
      select 'customer' as kind, account.organization_id as id, promise.reference as label
      from commerce.credit_authorization promise join commerce.credit_account account on account.id = promise.credit_id
        left join (
          select authorization_id as id, sum(held) as held, sum(ordered) as ordered, sum(delivered) as delivered,
            coalesce(sum(amount) filter (where kind = 'authorize'), 0) as amount, coalesce(sum(amount) filter (where kind = 'capture'), 0) as captured,
            coalesce(sum(amount) filter (where kind = 'release'), 0) as released, coalesce(sum(amount) filter (where kind = 'expire'), 0) as expired,
            coalesce(sum(amount) filter (where kind = 'invoice'), 0) as invoiced,
            coalesce(sum(amount) filter (where kind = 'cancellation'), 0) as canceled
          from commerce.credit_entry where authorization_id is not null group by authorization_id) sums on sums.id = promise.id
      where (promise.amount, promise.held, promise.captured, promise.released, promise.expired, promise.ordered, promise.delivered, promise.invoiced,
          promise.canceled)
        is distinct from (sums.amount, sums.held, sums.captured, sums.released, sums.expired, sums.ordered, sums.delivered, sums.invoiced, sums.canceled)`,
  },
  {
    key: "credit-spending",
    words: "What a user spent in a month is what was authorized and not given back",
    sql: Prisma.sql`
      select 'member' as kind, coalesce(spending.member_id, months.member_id) as id, coalesce(spending.month, months.month)::text as label
      from commerce.spending_month spending full join (
        select member_id, month, sum(amount - released - expired - canceled) as spent from commerce.credit_authorization group by member_id, month
      ) months on months.member_id = spending.member_id and months.month = spending.month
      where coalesce(spending.spent, 0) <> coalesce(months.spent, 0)`,
  },
  {
    key: "credit-expiry",
    words: "Nothing that is held ends before its account looks for it",
    sql: Prisma.sql`
      select 'customer' as kind, account.organization_id as id, promise.reference as label
      from commerce.credit_authorization promise join commerce.credit_account account on account.id = promise.credit_id
      where promise.held > 0 and (account.next_expiry_at is null or promise.expires_at < account.next_expiry_at)`,
  },
  {
    key: "credit-own-ledger",
    words: "An authorization is in the ledger of its own organization",
    sql: Prisma.sql`
      select 'customer' as kind, account.organization_id as id, promise.reference as label
      from commerce.credit_entry entry join commerce.credit_authorization promise on promise.id = entry.authorization_id
        join commerce.credit_account account on account.id = promise.credit_id
      where promise.credit_id <> entry.credit_id`,
  },
  {
    key: "credit-second-person",
    words: "A change of credit is confirmed by another person",
    sql: Prisma.sql`
      select 'customer' as kind, account.organization_id as id, terms.amount::text as label
      from commerce.credit_terms terms join commerce.credit_account account on account.id = terms.credit_id
      where terms.state = 'stands' and terms.answered_at is not null and terms.answered_by_id = terms.asked_by_id`,
  },
]

export type BrokenCredit = { invariant: string; record: string }

/** What is broken of credit, by the invariant's words and what the record is called; empty when all is well. */
export function brokenCredit(): Promise<BrokenCredit[]> {
  const each = creditInvariants.map(
    ({ words, sql }) => Prisma.sql`select ${words}::text as invariant, label as record from (${sql}) broken`,
  )
  return db.$queryRaw<BrokenCredit[]>(Prisma.join(each, " union all "))
}
