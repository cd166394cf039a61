import type { Editables } from "@/lib/platform/editable"
import { wordsOf } from "@/lib/platform/fields"
import type { HistoryField } from "@/lib/platform/history"
import { accountEditables } from "./accounts/editables"
import { contactEditables } from "./contacts/editables"
import { leadEditables } from "./leads/editables"
import { leadStatusReasons } from "./leads/rules"
import { opportunityEditables } from "./opportunities/editables"
import { opportunityStatusReasons, stages } from "./opportunities/rules"

export type HistoryKind = "lead" | "opportunity" | "account" | "contact"

const comments = { label: "Comments", kind: "long-text" } as const
const account = { label: "Account", kind: "text" } as const
const owner = { label: "Owner", kind: "person" } as const

/** Every field of a kind of record that its History can hold: what people edit, and what moves change. */
export const historyFields: Record<HistoryKind, Readonly<Record<string, HistoryField>>> = {
  lead: { status: { label: "Status", kind: "status", words: wordsOf(leadStatusReasons) }, owner, comments, ...plain(leadEditables) },
  opportunity: {
    status: { label: "Status", kind: "status", words: wordsOf(opportunityStatusReasons) },
    stage: { label: "Stage", kind: "choice", words: wordsOf(stages) },
    owner,
    ...plain(opportunityEditables),
  },
  account: { owner, ...plain(accountEditables) },
  contact: { owner, account, ...plain(contactEditables) },
}

function plain(editables: Editables): Record<string, HistoryField> {
  return Object.fromEntries(Object.entries(editables).map(([key, { label, kind, words }]) => [key, { label, kind, words }]))
}
