import { cache } from "react"
import { db } from "@/lib/platform/db"
import type { CreditRequestState } from "./rules"

/** A partner's request for credit. */
export type CreditRequestRow = {
  id: string
  amount: number
  currency: string
  note: string
  state: CreditRequestState
  askedByName: string
  askedAt: Date
  answeredAt: Date | null
  answer: string | null
}

/** The newest request for credit of an organization; null where it never asked. Read once in a request. */
export const getCreditRequest = cache(async (organizationId: string): Promise<CreditRequestRow | null> => {
  const found = await db.creditRequest.findFirst({
    where: { credit: { organizationId } },
    orderBy: [{ askedAt: "desc" }, { id: "desc" }],
    select: {
      ...{ id: true, currency: true, amount: true, note: true, state: true },
      ...{ askedByName: true, askedAt: true, answeredAt: true, answer: true },
    },
  })
  return found && { ...found, amount: Number(found.amount) }
})
