import { type AuthorizationStatus, statusOf } from "@/lib/commerce/credit/get-authorization"
import type { CreditEntryKind } from "@/lib/commerce/credit/rules"
import { memberNames } from "@/lib/commerce/hierarchies/rules"
import { db } from "@/lib/platform/db"
import { fullName } from "@/lib/platform/party"
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

/** So many orders and lines are shown, the newest. */
export const mostShown = 100

/**
 * What was bought on the organization's account, and what it owes since which invoice or payment: an Admin sees all of it, a user what they bought
 * themselves. Null where the organization has no credit.
 */
export async function getStatement(partner: Partner, now: Date): Promise<Statement | null> {
  const account = await db.creditAccount.findFirst({
    where: { organization: { hierarchies: { some: { id: partner.hierarchyId } } }, terms: { some: { state: "stands" } } },
    select: { id: true, currency: true, balance: true },
  })
  if (!account) return null
  const isWhole = partnerMay(partner.memberRole, "credit:statement")
  const [orders, lines] = await Promise.all([
    listOrders(account.id, isWhole ? null : partner.memberId, now),
    isWhole ? listLines(account.id, Number(account.balance)) : null,
  ])
  const names = isWhole ? await namesOf(orders.map(({ memberId }) => memberId)) : null
  return {
    currency: account.currency,
    orders: orders.map(({ memberId, ...order }) => ({ ...order, by: names && (names.get(memberId) ?? "A former user") })),
    lines,
  }
}

async function listOrders(creditId: string, memberId: string | null, now: Date) {
  const rows = await db.creditAuthorization.findMany({
    where: { creditId, ...(memberId ? { memberId } : {}) },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: mostShown,
    select: {
      ...{ id: true, memberId: true, reference: true, amount: true, held: true, captured: true, expired: true },
      ...{ createdAt: true, expiresAt: true },
    },
  })
  return rows.map(({ amount, held, captured, expired, createdAt: at, expiresAt, ...row }) => {
    const ended = expiresAt <= now ? Number(held) : 0
    const parts = { held: Number(held) - ended, captured: Number(captured), expired: Number(expired) + ended }
    return { ...row, amount: Number(amount), at, status: statusOf(parts) }
  })
}

/** The newest lines, each with what was owed after it: from today's balance backward. */
async function listLines(creditId: string, balance: number): Promise<StatementLine[]> {
  const rows = await db.creditEntry.findMany({
    where: { creditId, balance: { not: 0 } },
    orderBy: { seq: "desc" },
    take: mostShown,
    select: { seq: true, kind: true, reference: true, balance: true, at: true },
  })
  let owed = balance
  return rows.map(({ seq, balance: change, ...row }) => {
    const line = { ...row, id: String(seq), change: Number(change), balance: owed }
    owed -= Number(change)
    return line
  })
}

async function namesOf(memberIds: readonly string[]): Promise<Map<string, string>> {
  const members = await db.hierarchyMember.findMany({
    where: { id: { in: [...new Set(memberIds)] } },
    select: { id: true, firstName: true, lastName: true, customer: { select: { firstName: true, lastName: true } } },
  })
  return new Map(members.map((member) => [member.id, fullName(memberNames(member))]))
}
