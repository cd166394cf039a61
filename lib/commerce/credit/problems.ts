import { Problem } from "@/lib/identity/api-keys/problem"
import type { Outcome } from "./ask-ledger"
import { amountText } from "./money"

type Told = {
  status: number
  title: string
  detail: (outcome: Outcome, money: (minor: unknown) => string) => string
  left?: (outcome: Outcome) => unknown
}

const atLeastNothing = (minor: unknown) => (typeof minor === "number" ? Math.max(0, minor) : null)

/** Every reason for which the ledger refuses, by its stable code. */
export const refusals = {
  organization_not_found: {
    status: 404,
    title: "There is no such organization",
    detail: () => "No partner organization has this id or customer number.",
  },
  user_not_found: { status: 404, title: "There is no such user", detail: () => "This organization has no such user." },
  authorization_not_found: {
    status: 404,
    title: "There is no such authorization",
    detail: () => "No authorization of this organization has this id.",
  },
  idempotency_key_reused: {
    status: 422,
    title: "The Idempotency-Key was used for something else",
    detail: () => "This key was sent before with another request. Use a new key for every deed.",
  },
  currency_mismatch: {
    status: 409,
    title: "The currency is another one",
    detail: ({ currency }) => `The credit of this organization is in ${currency}.`,
  },
  organization_suspended: { status: 403, title: "The organization is suspended", detail: () => "Its approval was taken back." },
  organization_on_hold: { status: 403, title: "The organization is on hold", detail: () => "Its customer is on hold or archived." },
  channel_not_allowed: {
    status: 403,
    title: "The organization is no customer of this store",
    detail: () => "The key is that of one channel, and this organization belongs to others.",
  },
  user_not_active: {
    status: 403,
    title: "The user is not active",
    detail: () => "The user is disabled, or has not accepted the invitation yet.",
  },
  on_account_not_allowed: {
    status: 403,
    title: "Nothing is sold on account",
    detail: () => "This organization may not pay on account. Offer another way to pay.",
  },
  order_limit_exceeded: {
    status: 402,
    title: "More than this user may spend on an order",
    detail: ({ orderLimit }, money) => `This user may spend ${money(orderLimit)} on one order.`,
    left: ({ orderLimit }) => orderLimit,
  },
  month_limit_exceeded: {
    status: 402,
    title: "More than this user may spend this month",
    detail: ({ monthLeft }, money) => `This user has ${money(atLeastNothing(monthLeft))} left this month.`,
    left: ({ monthLeft }) => atLeastNothing(monthLeft),
  },
  credit_exceeded: {
    status: 402,
    title: "More than the credit that is left",
    detail: ({ creditLeft }, money) => `The organization has ${money(atLeastNothing(creditLeft))} of credit left.`,
    left: ({ creditLeft }) => atLeastNothing(creditLeft),
  },
  authorization_expired: {
    status: 409,
    title: "The authorization has expired",
    detail: () => "What it held was given back. Authorize anew.",
  },
  authorization_closed: {
    status: 409,
    title: "The authorization holds nothing any more",
    detail: () => "All of it was captured or released.",
  },
  exceeds_authorization: {
    status: 409,
    title: "More than the authorization holds",
    detail: ({ held }, money) => `It holds ${money(held)}.`,
    left: ({ held }) => held,
  },
  exceeds_captured: {
    status: 409,
    title: "More than is open of what was captured",
    detail: ({ left }, money) => `${money(left ?? 0)} of it is open. Post what goes beyond without the authorization.`,
    left: ({ left }) => left ?? 0,
  },
  exceeds_packing_slips: {
    status: 409,
    title: "More than was told as packing slips",
    detail: ({ loose }, money) => `${money(loose)} was delivered without an authorization and is not invoiced.`,
    left: ({ loose }) => loose,
  },
} as const satisfies Record<string, Told>

const isRefusal = (code: string): code is keyof typeof refusals => Object.hasOwn(refusals, code)

/** Why the ledger refused, in a few words. */
export const refusalTitle = (code: string): string => (isRefusal(code) ? refusals[code].title : code)

/** What the ledger refused, as the problem that it is; what it did comes back. */
export function insistOnDone(outcome: Outcome): Outcome {
  const { code, currency, replayed } = outcome
  if (!isRefusal(code)) return outcome
  const { status, title, detail, left }: Told = refusals[code]
  const money = (minor: unknown) => (typeof minor === "number" && typeof currency === "string" ? amountText(minor, currency) : "nothing")
  throw new Problem(status, code, title, detail(outcome, money), {
    more: left ? { left: left(outcome), currency } : {},
    headers: replayed ? { "idempotency-replayed": "true" } : {},
  })
}
