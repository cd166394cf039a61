import type { RecordKind } from "@/lib/platform/audit"
import type { Notice, TouchKind } from "@/lib/platform/notice"
import { type ActingRole, may, type Permission } from "./permissions"

/** What one has to be allowed to read to hear that a record of a kind changed. Of a kind that is missing here nobody hears. */
const permissionOf: Partial<Record<RecordKind, Permission>> = {
  lead: "lead:read",
  opportunity: "opportunity:read",
  account: "account:read",
  contact: "contact:read",
  prospect: "prospect:read",
  customer: "customer:read",
  hierarchy: "hierarchy:read",
  member: "hierarchy:read",
  person: "staff:read",
  map: "integration:read",
  sequence: "sequence:read",
  template: "template:edit",
  letter: "letter:read",
  profile: "letter:read",
  mail: "mail:read",
  address: "mail:read",
  calendar: "calendar:read",
  channel: "channel:read",
  target: "calendar:read",
  run: "lead:read",
  rules: "rules:read",
}

/** A change as a page hears of it; the kind is empty where only the id is known. */
export type LiveChange = { kind: RecordKind | "notification" | ""; id: string }

/** What a page hears: which records changed, of which kinds too many to list, and who of the staff did it. */
export type LiveNews = { by: { name: string; isMe: boolean } | null; changes: LiveChange[]; many: RecordKind[] }

const isRecordKind = (kind: TouchKind): kind is RecordKind => Object.hasOwn(permissionOf, kind)
function mayHear(role: ActingRole, kind: TouchKind): kind is RecordKind {
  const permission = isRecordKind(kind) ? permissionOf[kind] : undefined
  return permission !== undefined && may(role, permission)
}

/** As much of a notice as somebody may hear; null when that is nothing. A notification is heard by the person whom it is for. */
export function newsFor({ by, records, many }: Notice, listener: { personId: string; role: ActingRole }): LiveNews | null {
  const changes = records.flatMap(({ kind, id }): LiveChange[] => {
    if (kind === "notification") return id === listener.personId ? [{ kind, id }] : []
    if (kind === "") return [{ kind, id }]
    return mayHear(listener.role, kind) ? [{ kind, id }] : []
  })
  const heard = many.filter((kind) => mayHear(listener.role, kind)) as RecordKind[]
  if (changes.length + heard.length === 0) return null
  return { by: by && { name: by.name, isMe: by.id === listener.personId }, changes, many: heard }
}
