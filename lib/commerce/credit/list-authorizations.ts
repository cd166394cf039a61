import { db } from "@/lib/platform/db"
import { type AuthorizationStatus, partsAt, statusOf } from "./get-authorization"

/** Something that was bought on account, in minor units. */
export type AuthorizationRow = {
  id: string
  status: AuthorizationStatus
  memberId: string
  reference: string
  amount: number
  held: number
  isOver: boolean
  createdAt: Date
  expiresAt: Date
}

/** So many of the newest are listed of an organization. */
export const mostListed = 100

/** The newest authorizations of an organization, or of some seats in it, what ended by this hour counted as expired. */
export async function listAuthorizations(
  { creditId, memberIds }: { creditId: string; memberIds?: string[] },
  now: Date,
): Promise<AuthorizationRow[]> {
  const rows = await db.creditAuthorization.findMany({
    where: { creditId, memberId: memberIds && { in: memberIds } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: mostListed,
    select: {
      ...{ id: true, memberId: true, reference: true, amount: true, held: true, captured: true, expired: true },
      ...{ isOver: true, createdAt: true, expiresAt: true },
    },
  })
  return rows.map(({ amount, held, captured, expired, ...row }) => {
    const figures = { held: Number(held), captured: Number(captured), expired: Number(expired), expiresAt: row.expiresAt }
    const parts = partsAt(figures, now)
    return { ...row, amount: Number(amount), held: parts.held, status: statusOf(parts) }
  })
}
