/** Kinds of records, in the words of running text. */
export const kindWords: Record<string, string> = {
  lead: "lead",
  opportunity: "opportunity",
  account: "account",
  contact: "contact",
  prospect: "prospect",
  customer: "customer",
  hierarchy: "customer hierarchy",
  member: "user",
  person: "member of staff",
  map: "table map",
}

/** What dual-write did on the far side. */
export const operationWords: Record<string, string> = {
  create: "created",
  link: "linked",
  update: "updated",
  activate: "made Active",
  archive: "archived",
  approve: "approved",
  reject: "rejected",
  reopen: "reopened",
  undo: "took back the decision on",
  merge: "merged",
  unmerge: "unmerged",
}
