import { db } from "./db"
import { dayMs } from "./zone"

const sessionDays = 30

/** Removes what has served its time: counted attempts that ran out, and sessions that ended a month ago. Returns how many of each. */
export async function sweep(now: Date): Promise<{ limits: number; sessions: number }> {
  const longAgo = new Date(now.getTime() - sessionDays * dayMs)
  const limits = await db.rateLimit.deleteMany({ where: { expire: { lte: now.getTime() } } })
  const sessions = await db.session.deleteMany({ where: { OR: [{ endedAt: { lt: longAgo } }, { expiresAt: { lt: longAgo } }] } })
  return { limits: limits.count, sessions: sessions.count }
}
