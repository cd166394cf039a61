import type { Refusal } from "@/lib/platform/errors"
import type { CreditEntryKind, CreditLimitType, CreditMessage, CreditTermsState } from "@/prisma/generated/enums"
import type { AuthorizationStatus } from "./get-authorization"
import { amountText } from "./money"

export type { CreditEntryKind, CreditLimitType, CreditMessage, CreditTermsState }

export const limitTypes = {
  none: "None",
  balance: "Balance",
  balance_packing_slip: "Balance + packing slip or product receipt",
  balance_all: "Balance + All",
} as const satisfies Record<CreditLimitType, string>

export const limitTypeHints = {
  none: "Nothing is checked, unless the limit is mandatory",
  balance: "Invoices that are not paid",
  balance_packing_slip: "Invoices that are not paid, and what was delivered",
  balance_all: "Invoices, deliveries and open orders",
} as const satisfies Record<CreditLimitType, string>

export const messages = { warning: "Warning", error: "Error" } as const satisfies Record<CreditMessage, string>

export const termsStates = {
  waiting: "Waiting",
  stands: "Confirmed",
  sent_back: "Sent back",
  taken_back: "Taken back",
} as const satisfies Record<CreditTermsState, string>

export const entryKinds = {
  authorize: "Authorized",
  capture: "Captured",
  release: "Released",
  expire: "Expired",
  packing_slip: "Packing slip",
  invoice: "Invoice",
  payment: "Payment",
  credit_note: "Credit note",
  cancellation: "Canceled",
  adjustment: "Adjusted",
} as const satisfies Record<CreditEntryKind, string>

export const authorizationWords = {
  authorized: "Authorized",
  captured: "Captured",
  released: "Released",
  expired: "Expired",
} as const satisfies Record<AuthorizationStatus, string>

/** How credit is given and checked; amounts in minor units. */
export type Terms = {
  amount: number
  type: CreditLimitType
  isMandatory: boolean
  onExceeding: CreditMessage
  allowOnAccount: boolean
}

/** The figures of an account, in minor units. */
export type Figures = { held: number; ordered: number; delivered: number; balance: number }

/** Whether anything is compared with the limit: type None does so only where the limit is mandatory, and then with the balance. */
export const isChecked = ({ type, isMandatory }: Pick<Terms, "type" | "isMandatory">): boolean => type !== "none" || isMandatory

/** What counts against the limit. What is held counts whatever the type: it is promised, and given to nobody twice. */
export function usedCredit({ held, ordered, delivered, balance }: Figures, type: CreditLimitType): number {
  const slips = type === "balance_packing_slip" || type === "balance_all" ? delivered : 0
  return balance + held + slips + (type === "balance_all" ? ordered : 0)
}

/** How much of the limit is left, less than nothing where it was exceeded; null where nothing limits it, or nothing is sold on account. */
export function creditLeft(figures: Figures, terms: Terms | null): number | null {
  return terms?.allowOnAccount && isChecked(terms) ? terms.amount - usedCredit(figures, terms.type) : null
}

export type SpendingLimits = { perOrder: number | null; perMonth: number | null }
export type SpendingLayers = { store: SpendingLimits; own: SpendingLimits }

const lower = (one: number | null, other: number | null): number | null =>
  one === null ? other : other === null ? one : Math.min(one, other)

/** The limits that count for a user: of the store's and the organization's own the lower. */
export const countingLimits = ({ store, own }: SpendingLayers): SpendingLimits => ({
  perOrder: lower(store.perOrder, own.perOrder),
  perMonth: lower(store.perMonth, own.perMonth),
})

/** Whether terms let an organization owe more than a bound: by their limit, or since nothing holds it there. */
function letsOweMore(terms: Terms, bound: number): boolean {
  if (!terms.allowOnAccount) return false
  return terms.amount > bound || !isChecked(terms) || terms.onExceeding === "warning"
}

const looseness: Record<CreditLimitType, number> = { balance_all: 0, balance_packing_slip: 1, balance: 2, none: 3 }

/** Whether terms give nothing that the present ones do not give. */
function givesNoMore(next: Terms, now: Terms | null): boolean {
  if (!next.allowOnAccount) return true
  if (!now?.allowOnAccount) return false
  return (
    next.amount <= now.amount &&
    (isChecked(next) || !isChecked(now)) &&
    looseness[next.type] <= looseness[now.type] &&
    (next.onExceeding === "error" || now.onExceeding === "warning")
  )
}

/**
 * Whether terms wait for a second person: they let the organization owe more than the threshold of its currency, be it that they only warn,
 * and they give more than it has. Less is given at once.
 */
export const needsSecondPerson = (next: Terms, now: Terms | null, threshold: number | null): boolean =>
  threshold !== null && letsOweMore(next, threshold) && !givesNoMore(next, now)

/** Whether the ledger of a credit says anything, and whether users have spending limits in its currency. */
export type CurrencyUse = { currency: string; isUsed: boolean; hasLimits: boolean }

/** Why the credit of an organization stays in its currency: amounts that stand in it would mean something else. */
export function refusalToChangeCurrency({ currency, isUsed, hasLimits }: CurrencyUse): Refusal | null {
  if (isUsed) return { code: "conflict", message: `The ledger is in ${currency}, so the credit stays in ${currency}.` }
  if (hasLimits)
    return { code: "conflict", message: `Users have spending limits in ${currency}. Take those off first, then choose another currency.` }
  return null
}

/** Why terms in another currency cannot begin later or end: those before them would not count in the meantime, or again. */
export function problemOfOtherCurrency({ validFrom, validTo }: { validFrom: string | null; validTo: string | null }): {
  validFrom?: string
  validTo?: string
} | null {
  if (validFrom) return { validFrom: "In another currency they hold from now on. Leave this empty" }
  if (validTo) return { validTo: "In another currency they have no end. Leave this empty" }
  return null
}

type Person = { id: string | null; name: string }
export type JudgedTerms = { state: CreditTermsState; askedById: string | null; askedByName: string; answeredByName: string | null }

const answered = ({ state, answeredByName }: JudgedTerms): Refusal | null =>
  state === "waiting"
    ? null
    : { code: "conflict", message: `${answeredByName ?? "Somebody"} was faster: this is ${termsStates[state].toLowerCase()}.` }

/** Why somebody cannot confirm a change of credit, or send it back: nobody answers what they asked for themselves. */
export function refusalToAnswer(terms: JudgedTerms, person: Person): Refusal | null {
  const gone = answered(terms)
  if (gone || terms.askedById === null || terms.askedById !== person.id) return gone
  return { code: "forbidden", message: "You asked for this yourself. Somebody else who may set credit has to confirm it." }
}

/** Whoever asked takes it back. */
export function refusalToTakeBack(terms: JudgedTerms, person: Person): Refusal | null {
  const gone = answered(terms)
  if (gone || terms.askedById === person.id) return gone
  return { code: "forbidden", message: `${terms.askedByName} asked for this and can take it back. You can send it back.` }
}

/** Why an organization gets no terms now: one change waits at a time. */
export const refusalToSet = (waiting: { askedByName: string } | null): Refusal | null =>
  waiting && { code: "conflict", message: `A change that ${waiting.askedByName} asked for waits for a second person. Answer that first.` }

/** Why a user cannot be given such limits, at the field that is wrong: an order fits in its month, and a month in what the organization has. */
export function problemOfLimits(
  { perOrder, perMonth }: SpendingLimits,
  within: { limit: number | null; currency: string },
): { perOrder?: string; perMonth?: string } | null {
  if (perOrder !== null && perMonth !== null && perOrder > perMonth) return { perOrder: "An order cannot be more than its month" }
  if (within.limit === null) return null
  const most = `The organization's credit limit is ${amountText(within.limit, within.currency)}. Enter that or less`
  if (perMonth !== null && perMonth > within.limit) return { perMonth: most }
  if (perOrder !== null && perOrder > within.limit) return { perOrder: most }
  return null
}

/** Terms in one line, for the audit: "€ 25,000, Balance + All, Error". */
export function termsText({ amount, type, isMandatory, onExceeding, allowOnAccount }: Terms, currency: string): string {
  const parts = [amountText(amount, currency), limitTypes[type], messages[onExceeding]]
  return [...parts, ...(isMandatory ? ["mandatory"] : []), ...(allowOnAccount ? [] : ["not on account"])].join(", ")
}

export const limitsText = ({ perOrder, perMonth }: SpendingLimits, currency: string): string => {
  const parts = [
    perOrder === null ? null : `${amountText(perOrder, currency)} per order`,
    perMonth === null ? null : `${amountText(perMonth, currency)} per month`,
  ].filter((part) => part !== null)
  return parts.length > 0 ? parts.join(", ") : "No limit"
}
