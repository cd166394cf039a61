import { z } from "zod"
import type { Ctx } from "@/lib/platform/context"
import { db, Prisma } from "@/lib/platform/db"
import type { NotificationKind } from "@/prisma/generated/enums"
import type { Staff } from "./actor"

export type NotificationRow = {
  id: string
  kind: NotificationKind
  at: Date
  actorName: string
  recordKind: string
  recordId: string
  recordLabel: string
  text: string
  isRead: boolean
}

/** Counting stops here: nobody reads a hundred one by one. */
export const unreadAtMost = 99
const shownAtMost = 20

/** How many notifications somebody has not read, up to one more than {@link unreadAtMost}: as part of another statement. */
export const unreadSql = (personId: string): Prisma.Sql => Prisma.sql`(
  select count(*)::int from (
    select 1 from platform.notification where person_id = ${personId}::uuid and read_at is null limit ${unreadAtMost + 1}) unread)`

export async function countUnread({ id }: { id: string }): Promise<number> {
  const [counted] = await db.$queryRaw<{ unread: number }[]>`select ${unreadSql(id)} as unread`
  return counted?.unread ?? 0
}

/** The newest notifications of somebody. */
export async function listNotifications({ id }: { id: string }): Promise<NotificationRow[]> {
  const rows = await db.notification.findMany({
    where: { personId: id },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: shownAtMost,
    select: {
      id: true,
      kind: true,
      at: true,
      actorName: true,
      recordKind: true,
      recordId: true,
      recordLabel: true,
      text: true,
      readAt: true,
    },
  })
  return rows.map(({ readAt, ...row }) => ({ ...row, isRead: readAt !== null }))
}

export const ReadNotifications = z.object({ which: z.union([z.literal("all"), z.uuid()]) })

/** Marks one notification as read, or all; only one's own. */
export async function readNotifications({ tx, actor, now }: Ctx & { actor: Staff }, { which }: z.output<typeof ReadNotifications>) {
  const one = which === "all" ? {} : { id: which }
  const { count } = await tx.notification.updateMany({ where: { personId: actor.id, readAt: null, ...one }, data: { readAt: now } })
  return { count }
}
