import { readSpending, type Spending } from "@/lib/commerce/credit/read-spending"
import { readStanding } from "@/lib/commerce/credit/read-standing"
import { isChecked, type Terms } from "@/lib/commerce/credit/rules"
import { db } from "@/lib/platform/db"
import type { Partner } from "./partner"

/** The organization's credit as its users see it. */
export type OwnCredit = {
  currency: string
  terms: Pick<Terms, "amount" | "allowOnAccount"> & { isLimited: boolean }
  used: number
  /** Null where nothing limits it. */
  left: number | null
}

/** The organization for which a partner's user acts. */
export async function organizationOf({ hierarchyId }: Partner): Promise<string> {
  const { organizationId } = await db.hierarchy.findUniqueOrThrow({ where: { id: hierarchyId }, select: { organizationId: true } })
  return organizationId
}

/** What the organization has of credit, and what its users may spend and did this month, or one of them; null where it has no credit. */
async function readOwn(partner: Partner, now: Date, memberId?: string): Promise<{ credit: OwnCredit; users: Spending[] } | null> {
  const organizationId = await organizationOf(partner)
  const standing = await readStanding(organizationId, now)
  if (!standing?.terms) return null
  const { currency, timeZone, terms, used, left } = standing
  const { amount, allowOnAccount } = terms
  const users = await readSpending({ organizationId, timeZone, memberId }, now)
  return {
    credit: {
      currency,
      terms: { amount, allowOnAccount, isLimited: isChecked(terms) },
      used,
      left: left === null ? null : Math.max(0, left),
    },
    users: users.filter(({ hierarchyId }) => hierarchyId === partner.hierarchyId),
  }
}

/** The organization's credit, and what the partner's user may spend of it. */
export async function getOwnCredit(partner: Partner, now: Date): Promise<{ credit: OwnCredit; mine: Spending | null } | null> {
  const own = await readOwn(partner, now, partner.memberId)
  return own && { credit: own.credit, mine: own.users[0] ?? null }
}

/** What users may spend and did, by user. */
export type OwnSpending = { currency: string; of: ReadonlyMap<string, Spending> }

/** The spending of every user of the partner's organization, by user; null where it has no credit. */
export async function listOwnSpending(partner: Partner, now: Date): Promise<OwnSpending | null> {
  const own = await readOwn(partner, now)
  return own && { currency: own.credit.currency, of: new Map(own.users.map((user) => [user.memberId, user])) }
}
