import type { Refusal } from "@/lib/platform/errors"
import type { CreditRequestState } from "@/prisma/generated/enums"
import { amountText } from "../money"

export type { CreditRequestState }

export const requestStates = {
  asked: "Waiting",
  answered: "Answered",
  declined: "Declined",
  withdrawn: "Withdrawn",
} as const satisfies Record<CreditRequestState, string>

const conflict = (message: string): Refusal => ({ code: "conflict", message })

/** Why an organization cannot ask for a limit now: one request waits at a time, and what it has already is nothing to ask for. */
export function refusalToAsk(
  amount: number,
  now: { waiting: { askedByName: string } | null; limit: number | null; currency: string },
): Refusal | null {
  const { waiting, limit, currency } = now
  if (waiting) return conflict(`${waiting.askedByName} asked for credit already, and the store has not answered yet. Withdraw that first.`)
  if (limit !== null && amount <= limit) return conflict(`Your limit is ${amountText(limit, currency)} already. Ask for more than that.`)
  return null
}

/** A request is answered, declined or withdrawn once. */
export function refusalToEnd({ state, answeredByName }: { state: CreditRequestState; answeredByName: string | null }): Refusal | null {
  if (state === "asked") return null
  return conflict(`${answeredByName ?? "Somebody"} was faster: this request is ${requestStates[state].toLowerCase()}.`)
}
