import type { MergeKind } from "@/lib/sync/merge-fields"

/** What a kind of record is called, where its list stands, and where two of it are compared. */
export const mergeKinds = {
  lead: { one: "lead", many: "leads", list: { label: "Leads", href: "/sales/leads" } },
  account: { one: "account", many: "accounts", list: { label: "Accounts", href: "/sales/accounts" } },
  contact: { one: "contact", many: "contacts", list: { label: "Contacts", href: "/sales/contacts" } },
} as const satisfies Record<MergeKind, { one: string; many: string; list: { label: string; href: string } }>

/** The page that compares two records. */
export const mergeHref = (kind: MergeKind, a: string, b: string): string => `/sales/merge/${mergeKinds[kind].many}?a=${a}&b=${b}`
