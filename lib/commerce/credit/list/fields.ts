import type { Fields } from "@/lib/platform/fields"
import { currencies } from "../money"
import { limitTypes, messages } from "../rules"

/** How an organization's credit stands, at a glance. */
export const creditStates = {
  over: "Over limit",
  near: "Near limit",
  within: "Within limit",
  unlimited: "Not limited",
  off: "Not on account",
} as const
export type CreditState = keyof typeof creditStates

/** Of a limit so much is used, in percent, that somebody should look at it. */
export const nearLimit = 90

/** Every field of an organization's credit, in the order of the column chooser. */
export const creditFields = {
  organization: { label: "Organization", kind: "text", sort: "organization" },
  number: { label: "Number", kind: "text", width: 116, isQuiet: true, phone: "top" },
  status: { label: "Status", kind: "status", words: creditStates, width: 140, phone: "end" },
  share: { label: "Used", kind: "percent", width: 88, sort: "share", phone: "second" },
  limit: { label: "Credit limit", kind: "money", width: 112 },
  used: { label: "Used amount", kind: "money", width: 112, hideBelow: "m" },
  left: { label: "Left", kind: "money", width: 112 },
  type: { label: "Credit limit type", kind: "choice", words: limitTypes, width: 160, hideBelow: "m" },
  onAccount: { label: "Allow on account", kind: "yes-no", width: 132, hideBelow: "m" },
  review: { label: "Next review", kind: "day", width: 116, sort: "review" },
  currency: {
    ...{ label: "Currency", kind: "choice", width: 92, hideBelow: "m" },
    words: Object.fromEntries(currencies.map((code) => [code, code])),
  },
  onExceeding: { label: "Message when exceeding", kind: "choice", words: messages, width: 180 },
  asked: { label: "Asked for", kind: "money", width: 128 },
  waiting: { label: "Waits for a second person", kind: "yes-no", width: 180 },
  until: { label: "Limit ends", kind: "time", width: 116 },
  refused: { label: "Last refused", kind: "time", width: 116 },
  balance: { label: "Balance", kind: "money", width: 128 },
  promised: { label: "Promised", kind: "money", width: 128 },
  delivered: { label: "Delivered", kind: "money", width: 128 },
  ordered: { label: "Open orders", kind: "money", width: 128 },
  country: { label: "Country/region", kind: "country", width: 148 },
} as const satisfies Fields

export type CreditField = keyof typeof creditFields
