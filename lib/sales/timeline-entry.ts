import type { MoveName } from "@/lib/platform/move-words"
import type { DualWriteState, MailState, MapKey } from "@/prisma/generated/enums"
import type { CallDirection } from "./activities/rules"

type Named = { kind: string; id: string; label: string }

export type TimelineFile = { id: string; name: string; size: number }

/** What somebody did or means to do, as a timeline tells it. */
export type ActivityEntry = {
  kind: "activity"
  id: string
  at: Date
  activity: "note" | "task" | "phone_call" | "appointment"
  version: number
  actorId: string | null
  actorName: string
  subject: string | null
  text: string
  /** Who is mentioned, by id. */
  names: Record<string, string>
  files: TimelineFile[]
  editedAt: Date | null
  ownerId: string | null
  ownerName: string | null
  dueAt: Date | null
  dueHasTime: boolean
  remindAt: Date | null
  doneAt: Date | null
  doneByName: string | null
  direction: CallDirection | null
  minutes: number | null
  endAt: Date | null
  place: string | null
}

/** One thing that happened to a record, from one of the four ledgers. */
export type TimelineEntry =
  | ActivityEntry
  | ({ id: string; at: Date } & (
      | { kind: "move"; move: MoveName; actorName: string; record: Named; from: string | null; to: string | null; reason: string | null }
      | {
          kind: "mail"
          letter: string
          subject: string
          toAddress: string
          language: string
          state: MailState
          sendAfter: Date
          attempts: number
          lastError: string | null
          /** Of a message that a person wrote. */
          writerId: string | null
          writerName: string | null
          text: string | null
        }
      | { kind: "dual-write"; map: MapKey; operation: string; source: Named; target: Named; state: DualWriteState; error: string | null }
    ))

const moments = new Set(["at", "editedAt", "dueAt", "remindAt", "doneAt", "endAt", "sendAfter"])

/** For JSON.parse: the moments of an entry, which JSON carries as text. */
export const reviveMoment = (key: string, value: unknown): unknown =>
  moments.has(key) && typeof value === "string" ? new Date(value) : value

export type TimelinePage = { entries: TimelineEntry[]; next: string | null }
