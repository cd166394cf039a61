import type { NotificationKind } from "@/prisma/generated/enums"
import type { RecordRef } from "./audit"
import type { Ctx } from "./context"
import { newId } from "./ids"

export type Notice = {
  kind: NotificationKind
  /** What makes it one of a kind: the same person is told once about one subject. */
  subjectId: string
  personId: string
  record: RecordRef
  text: string
}

const longest = 200

/** Tells somebody by the bell, in the transaction in which it happens. Nobody is told of what they did themselves. */
export function notify({ actor, now, ledger }: Ctx, { kind, subjectId, personId, record, text }: Notice): void {
  if (personId === actor.id) return
  ledger.notifications.push({
    id: newId(),
    key: `${kind}:${subjectId}:${personId}`,
    kind,
    person_id: personId,
    at: now,
    actor_name: actor.name,
    record_kind: record.kind,
    record_id: record.id,
    record_label: record.label,
    text: text.length > longest ? `${text.slice(0, longest - 1)}…` : text,
    read_at: null,
  })
}
