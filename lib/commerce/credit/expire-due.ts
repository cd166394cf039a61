import { type Clock, wallClock } from "@/lib/platform/clock"
import { db } from "@/lib/platform/db"

/**
 * Gives back what ended at the organization whose authorizations ended first. False when none did. Nobody waits for it: whoever authorizes
 * or reads counts what ended as given back already.
 */
export async function expireNext(clock: Clock = wallClock): Promise<boolean> {
  const now = clock()
  const expired = await db.$queryRaw<{ count: number }[]>`
    select commerce.credit_expire(due.id, ${now}::timestamptz) as count from (
      select id from commerce.credit_account where next_expiry_at <= ${now} order by next_expiry_at limit 1 for no key update skip locked) as due`
  return expired.length > 0
}
