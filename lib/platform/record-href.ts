/** Where the record of a kind stands; null for what has no page of its own. */
export function recordHref(kind: string, id: string): string | null {
  // Many of somebody's leads, in the view that shows them.
  if (kind === "leads") return "/sales/leads?view=my-open"
  if (kind === "prospects") return "/commerce/prospects"
  const path = paths[kind]
  return path ? `${path}/${id}` : null
}

/** The record whose page stands at a path; null for every other page. */
export function recordOfPath(path: string): { kind: string; id: string } | null {
  const at = path.lastIndexOf("/")
  const id = path.slice(at + 1)
  const kind = Object.keys(paths).find((each) => paths[each] === path.slice(0, at))
  return kind && isRecordId(id) ? { kind, id } : null
}

const paths: Record<string, string | undefined> = {
  lead: "/sales/leads",
  opportunity: "/sales/opportunities",
  account: "/sales/accounts",
  contact: "/sales/contacts",
  prospect: "/commerce/prospects",
  customer: "/commerce/customers",
  hierarchy: "/commerce/hierarchies",
  run: "/sales/runs",
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i

/** Whether a part of an address can be the id of a record at all. */
export const isRecordId = (text: string): boolean => uuid.test(text)
