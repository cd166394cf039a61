import type { Staff } from "@/lib/identity/actor"
import { db } from "@/lib/platform/db"
import { refusalToChangeMessage, refusalToDiscuss } from "./rules"

/** A message among staff as one of them sees it. */
export type ThreadMessage = {
  id: string
  at: Date
  authorName: string
  text: string
  editedAt: Date | null
  version: number
  mayChange: boolean
  /** Written by a colleague since the reader looked last. */
  isNew: boolean
}

/** The thread of a prospect, oldest first; the newest when there are very many. */
export type ThreadView = {
  messages: ThreadMessage[]
  /** The names of whoever is mentioned, by id. */
  names: Record<string, string>
  isCut: boolean
  unread: number
  /** Why this person cannot write; null where they can. */
  refusal: string | null
}

export const mostMessages = 200

const select = { id: true, at: true, authorId: true, authorName: true, text: true, mentions: true, editedAt: true, version: true } as const

export async function getThread(staff: Staff, prospectId: string): Promise<ThreadView> {
  const [newest, read] = await Promise.all([
    db.prospectMessage.findMany({ where: { prospectId }, orderBy: [{ at: "desc" }, { id: "desc" }], take: mostMessages + 1, select }),
    db.threadRead.findUnique({ where: { prospectId_personId: { prospectId, personId: staff.id } }, select: { at: true } }),
  ])
  const rows = newest.slice(0, mostMessages).toReversed()
  const ids = [...new Set(rows.flatMap(({ mentions }) => mentions))]
  const people = ids.length > 0 ? await db.person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } }) : []
  const messages = rows.map(({ mentions: _, authorId, ...row }) => ({
    ...row,
    mayChange: refusalToChangeMessage({ authorId, authorName: row.authorName }, staff) === null,
    isNew: authorId !== staff.id && (read === null || row.at > read.at),
  }))
  return {
    messages,
    names: Object.fromEntries(people.map(({ id, name }) => [id, name])),
    isCut: newest.length > mostMessages,
    unread: messages.filter(({ isNew }) => isNew).length,
    refusal: refusalToDiscuss(staff)?.message ?? null,
  }
}
