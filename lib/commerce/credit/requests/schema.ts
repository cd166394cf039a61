import { z } from "zod"
import { linesOf } from "@/lib/platform/form-shapes"
import { minorUnits } from "../money"
import { currency } from "../schema"

const requestId = z.uuid()

export const AskForCredit = z
  .object({ currency, amount: z.string().max(40), note: linesOf("reason", 500, "Say what you need it for") })
  .transform(({ amount, ...rest }, check) => {
    const minor = minorUnits(amount, rest.currency)
    if (!minor) check.addIssue({ code: "custom", path: ["amount"], message: "Enter the limit that you need, such as 12,500" })
    return { ...rest, amount: minor ?? 0 }
  })
export type AskForCredit = z.output<typeof AskForCredit>

export const WithdrawCreditRequest = z.object({ requestId })
export type WithdrawCreditRequest = z.output<typeof WithdrawCreditRequest>

export const DeclineCreditRequest = z.object({ requestId, answer: linesOf("reason", 500, "Say why; the partner reads it") })
export type DeclineCreditRequest = z.output<typeof DeclineCreditRequest>
