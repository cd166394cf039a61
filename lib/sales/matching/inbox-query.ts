import type { SearchParams } from "@/lib/platform/list-query"
import { pageHref } from "@/lib/platform/page-href"
import { isRecordId } from "@/lib/platform/record-href"
import { type Verdict, verdicts } from "./matching-rules"

export const inboxPath = "/sales/duplicates"

/** The kinds of pairs in the inbox. */
export const pairKinds = {
  "lead-lead": "Lead and lead",
  "lead-account": "Lead and account",
  "lead-contact": "Lead and contact",
  "account-account": "Account and account",
  "contact-contact": "Contact and contact",
} as const
export type PairKinds = keyof typeof pairKinds

/** What the inbox is asked for by its URL. `pair` is the one that is looked at, `after` the last of the page before. */
export type InboxQuery = {
  isDismissed: boolean
  kinds: PairKinds | null
  verdict: Verdict | null
  record: string | null
  pair: string | null
  after: string | null
}

const text = (value: SearchParams[string]) => (typeof value === "string" ? value : null)
const oneOf = <Key extends string>(table: Readonly<Record<Key, string>>, value: string | null) =>
  value !== null && Object.hasOwn(table, value) ? (value as Key) : null

export function readInboxQuery(params: SearchParams): InboxQuery {
  const [record, pair] = [text(params.record), text(params.pair)]
  return {
    isDismissed: params.show === "dismissed",
    kinds: oneOf(pairKinds, text(params.kinds)),
    verdict: oneOf(verdicts, text(params.verdict)),
    record: record && isRecordId(record) ? record : null,
    pair: pair?.split(".").every(isRecordId) ? pair : null,
    after: text(params.after),
  }
}

/** The inbox with some of its choices changed; another filter begins at the first page again. */
export function inboxHref(query: InboxQuery, changes: Partial<InboxQuery> = {}): string {
  const isSamePage = Object.keys(changes).every((name) => name === "pair")
  const { isDismissed, ...asked } = { ...query, ...(isSamePage ? {} : { after: null, pair: null }), ...changes }
  return pageHref(inboxPath, { show: isDismissed ? "dismissed" : null, ...asked })
}

export const pairKey = ({ firstId, secondId }: { firstId: string; secondId: string }): string => `${firstId}.${secondId}`
