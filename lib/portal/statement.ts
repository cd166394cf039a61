import type { AuthorizationStatus } from "@/lib/commerce/credit/get-authorization"
import { listAuthorizations, mostListed } from "@/lib/commerce/credit/list-authorizations"
import type { CreditEntryKind } from "@/lib/commerce/credit/rules"
import { memberNames } from "@/lib/commerce/hierarchies/rules"
import { db } from "@/lib/platform/db"
import { fullName } from "@/lib/platform/party"
import { statement } from "@/lib/platform/statement"
import type { Partner } from "./partner"
import { partnerMay } from "./permissions"

/** Something that was bought on account. */
export type OwnOrder = {
  id: string
  reference: string
  status: AuthorizationStatus
  amount: number
  at: Date
  /** Who bought it; null where one reads of oneself alone. */
  by: string | null
}

/** A line of the statement: what changed what the organization owes, and what it owed then. */
export type StatementLine = { id: string; kind: CreditEntryKind; reference: string | null; change: number; balance: number; at: Date }

export type Statement = { currency: string; orders: OwnOrder[]; lines: StatementLine[] | null }

/**
 * What was bought on the organization's account, and what it owes since which invoice or payment: an Admin sees all of it, a user what they bought
 * themselves, also before they were removed and added again. Null where the organization has no credit.
 */
export async function getStatement(partner: Partner, now: Date): Promise<Statement | null> {
  const account = await db.creditAccount.findFirst({
    where: { organization: { hierarchies: { some: { id: partner.hierarchyId } } }, terms: { some: { state: "stands" } } },
    select: { id: true, currency: true },
  })
  if (!account) return null
  const isWhole = partnerMay(partner.memberRole, "credit:statement")
  const [orders, lines] = await Promise.all([
    listAuthorizations({ creditId: account.id, ...(isWhole ? {} : { memberIds: await ownSeats(partner) }) }, now),
    isWhole ? listLines(account.id) : null,
  ])
  const names = isWhole ? await namesOf(orders.map(({ memberId }) => memberId)) : null
  return {
    currency: account.currency,
    orders: orders.map(({ id, memberId, reference, status, amount, createdAt: at }) => ({
      ...{ id, reference, status, amount, at },
      by: names && (names.get(memberId) ?? "A former user"),
    })),
    lines,
  }
}

/** The seats that a user has and had in the organization. */
async function ownSeats({ id: personId, hierarchyId }: Partner): Promise<string[]> {
  const seats = await db.hierarchyMember.findMany({ where: { hierarchyId, personId }, select: { id: true } })
  return seats.map(({ id }) => id)
}

const reading = statement<StatementLine>(`
  select entry.seq::text as id, entry.kind::text as kind, entry.reference, entry.balance::float8 as change, entry.at,
    (account.balance - coalesce(sum(entry.balance) over (order by entry.seq desc rows between unbounded preceding and 1 preceding), 0))::float8 as balance
  from commerce.credit_entry as entry join commerce.credit_account as account on account.id = entry.credit_id
  where entry.credit_id = $1::uuid and entry.balance <> 0
  order by entry.seq desc limit ${mostListed}`)

/** The newest lines, each with what was owed after it: from the balance that the account has at the same moment, backward. */
const listLines = (creditId: string): Promise<StatementLine[]> => reading(db, [creditId])

async function namesOf(memberIds: readonly string[]): Promise<Map<string, string>> {
  const members = await db.hierarchyMember.findMany({
    where: { id: { in: [...new Set(memberIds)] } },
    select: { id: true, firstName: true, lastName: true, customer: { select: { firstName: true, lastName: true } } },
  })
  return new Map(members.map((member) => [member.id, fullName(memberNames(member))]))
}
