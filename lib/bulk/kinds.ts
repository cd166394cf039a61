import type { Permission } from "@/lib/identity/permissions"

/** The lists whose records are worked in bulk. */
export const bulkLists = ["leads", "opportunities", "accounts", "contacts", "prospects", "customers", "hierarchies"] as const
export type BulkList = (typeof bulkLists)[number]

export const bulkNouns = {
  leads: ["lead", "leads"],
  opportunities: ["opportunity", "opportunities"],
  accounts: ["account", "accounts"],
  contacts: ["contact", "contacts"],
  prospects: ["prospect", "prospects"],
  customers: ["customer", "customers"],
  hierarchies: ["customer hierarchy", "customer hierarchies"],
} as const satisfies Record<BulkList, readonly [one: string, many: string]>

/** Where each list stands. */
export const bulkPaths: Record<BulkList, string> = {
  leads: "/sales/leads",
  opportunities: "/sales/opportunities",
  accounts: "/sales/accounts",
  contacts: "/sales/contacts",
  prospects: "/commerce/prospects",
  customers: "/commerce/customers",
  hierarchies: "/commerce/hierarchies",
}

/** Who may give the records of a list to others, and who may stop and take back what others began over it. */
export const bulkOversight: Record<BulkList, { give: Permission; touch: Permission }> = {
  leads: { give: "lead:assign", touch: "sales:work-any" },
  opportunities: { give: "sales:work-any", touch: "sales:work-any" },
  accounts: { give: "sales:work-any", touch: "sales:work-any" },
  contacts: { give: "sales:work-any", touch: "sales:work-any" },
  prospects: { give: "prospect:assign", touch: "prospect:approve" },
  customers: { give: "customer:edit", touch: "customer:edit" },
  hierarchies: { give: "hierarchy:edit", touch: "hierarchy:edit" },
}

/** What is done to many records at once: its command, in which form it is told, and its key in a list. */
export const bulkKinds = {
  assign: { word: "Assign", doing: "Assigning", done: "Assigned", key: "a" },
  assign_by_rules: { word: "Route by rules", doing: "Assigning", done: "Assigned", key: "y" },
  rate: { word: "Rate", doing: "Rating", done: "Rated", key: "r" },
  qualify: { word: "Qualify", doing: "Qualifying", done: "Qualified", key: "q" },
  disqualify: { word: "Disqualify", doing: "Disqualifying", done: "Disqualified", key: "d" },
  approve: { word: "Approve", doing: "Approving", done: "Approved", key: "a" },
  reject: { word: "Reject", doing: "Rejecting", done: "Rejected", key: "r" },
  set_terms: { word: "Set terms", doing: "Changing", done: "Changed", key: "t" },
  set_channels: { word: "Change channels", doing: "Changing", done: "Changed", key: "c" },
  ask: { word: "Ask", doing: "Asking", done: "Asked", key: "m" },
  reopen: { word: "Reopen", doing: "Reopening", done: "Reopened", key: "r" },
  reactivate: { word: "Reactivate", doing: "Reactivating", done: "Reactivated", key: "v" },
} as const
export type BulkKind = keyof typeof bulkKinds

const doneTo: Partial<Record<BulkKind, (many: string) => string>> = {
  assign_by_rules: (many) => `route ${many} by rules`,
  set_terms: (many) => `set the terms of ${many}`,
  set_channels: (many) => `change the channels of ${many}`,
}
/** What somebody does to the records of a list: "qualify leads". */
export function bulkDeedWords(list: BulkList, kind: BulkKind): string {
  const [, many] = bulkNouns[list]
  return doneTo[kind]?.(many) ?? `${bulkKinds[kind].word.toLowerCase()} ${many}`
}
export const bulkKindNames = Object.keys(bulkKinds) as [BulkKind, ...BulkKind[]]

/** What may be done to the records of a list, and the permission of the single move; in the order of the bar. */
export const bulkDeeds: Record<BulkList, Partial<Record<BulkKind, Permission>>> = {
  leads: {
    assign: "lead:take",
    assign_by_rules: "lead:assign",
    rate: "lead:edit",
    qualify: "lead:qualify",
    disqualify: "lead:disqualify",
    ask: "message:send",
    reactivate: "lead:reactivate",
  },
  opportunities: { assign: "opportunity:edit", reopen: "opportunity:reopen" },
  accounts: { assign: "account:edit" },
  contacts: { assign: "contact:edit" },
  prospects: { approve: "prospect:approve", reject: "prospect:reject", assign: "prospect:assign" },
  customers: { set_terms: "customer:edit" },
  hierarchies: { set_channels: "hierarchy:edit" },
}

/** These take a decision back themselves; what they did is decided anew, one by one, and not undone. */
export const isFinal = (kind: string): boolean => kind === "reopen" || kind === "reactivate"

/** What the offer to undo a run is known by. Not the run's id, by which each of its steps is told. */
export const undoKeyOf = (runId: string): string => `undo ${runId}`

/** Its key in the list; where A approves, whose it is to be is asked by O. */
export const bulkKey = (list: BulkList, kind: BulkKind): string => (list === "prospects" && kind === "assign" ? "o" : bulkKinds[kind].key)

/** Views of what is open, in which nothing is there to be opened again. */
const openViews: readonly string[] = ["my-open", "open", "escalated"]

/** What may be done to the records of a list, as far as its view can hold such. */
export const kindsIn = (list: BulkList, view: string): BulkKind[] =>
  bulkKindNames.filter((kind) => bulkDeeds[list][kind] !== undefined && !(isFinal(kind) && openViews.includes(view)))

/** So many records one run takes. */
export const mostInRun = 50_000
/** So many can be ticked one by one. */
export const mostTicked = 5_000

const figure = new Intl.NumberFormat("en")

/** A number of records with their noun: "1 lead", "12,345 leads". */
export const countedRecords = (list: BulkList, count: number): string => `${figure.format(count)} ${bulkNouns[list][count === 1 ? 0 : 1]}`
