import { type Clock, wallClock } from "@/lib/platform/clock"
import { db } from "@/lib/platform/db"
import { log } from "@/lib/platform/log"
import { type Check, checks } from "./checks"
import type { Finding } from "./finding"

const everyMs = 24 * 3_600_000
/** A check whose worker died is made by another one after this. */
const deadMs = 1_800_000

type Claimed = { key: string }

/** Takes the check that was asked for first, or else one that is a day old; each is made by one worker at a time. */
async function claim(now: Date, isSettled: boolean): Promise<Check | undefined> {
  const keys = checks.map(({ key }) => key)
  await db.houseCheck.createMany({ data: keys.map((key) => ({ key })), skipDuplicates: true })
  const [taken] = await db.$queryRaw<Claimed[]>`
    update platform.house_check set started_at = ${now}
    where key = (
      select key from platform.house_check
      where key = any(${keys}::text[]) and (started_at is null or started_at < ${new Date(now.getTime() - deadMs)}::timestamptz)
        and (asked_at is not null or (checked_at is null and ${isSettled}) or checked_at < ${new Date(now.getTime() - everyMs)}::timestamptz)
      order by asked_at nulls last, array_position(${keys}::text[], key) limit 1 for update skip locked)
    returning key`
  return checks.find(({ key }) => key === taken?.key)
}

async function made(check: Check): Promise<Finding & { error: string | null }> {
  try {
    return { ...(await check.make()), error: null }
  } catch (error) {
    return { found: 0, broken: [], told: null, error: (error instanceof Error ? error.message : String(error)).slice(0, 500) }
  }
}

/** Keeps what a check found, however it was made. What was asked for while it ran stays asked for. */
export async function keepFinding(key: string, startedAt: Date, finding: Finding & { error: string | null }, now: Date): Promise<void> {
  const { found, broken, told, error } = finding
  const kept = { found, broken, told, error, checkedAt: now, tookMs: now.getTime() - startedAt.getTime() }
  await db.houseCheck.upsert({ where: { key }, create: { key, ...kept }, update: { ...kept, startedAt: null } })
  await db.houseCheck.updateMany({ where: { key, askedAt: { lte: startedAt } }, data: { askedAt: null, askedBy: null } })
  if (found > 0 || error) log.error({ check: key, found, error: error ?? undefined }, "a check of the house failed")
}

const lookEveryMs = 2000
/** Checks that were never made wait until a worker is up for so long: whoever starts a house has other work for it. */
const settledMs = 600_000
const upSince = Date.now()
let lookedAt = 0

/** Makes one check that is due. False when none is. `isSettled`: those that were never made are due too. */
export async function runNextCheck(clock: Clock = wallClock, isSettled = true): Promise<boolean> {
  const startedAt = clock()
  const check = await claim(startedAt, isSettled)
  if (!check) return false
  await keepFinding(check.key, startedAt, await made(check), clock())
  return true
}

/** The same for the worker, which looks every two seconds. */
export async function runChecksGently(): Promise<boolean> {
  if (Date.now() - lookedAt < lookEveryMs) return false
  const worked = await runNextCheck(wallClock, Date.now() - upSince > settledMs)
  if (!worked) lookedAt = Date.now()
  return worked
}
