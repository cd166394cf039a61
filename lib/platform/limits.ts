import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible"
import type { Ctx } from "./context"
import { pool } from "./db"
import { AppError } from "./errors"

export type Limit = { name: string; points: number; windowSeconds: number }

const limiters = new Map<string, RateLimiterPostgres>()

/** Counts in PostgreSQL, so that several webs share one count; in memory while the database does not answer. */
function limiterFor({ name, points, windowSeconds }: Limit): RateLimiterPostgres {
  const known = limiters.get(name)
  if (known) return known
  const options = { keyPrefix: name, points, duration: windowSeconds }
  const limiter = new RateLimiterPostgres({
    ...options,
    storeClient: pool,
    schemaName: "platform",
    tableName: "rate_limit",
    tableCreated: true,
    clearExpiredByTimeout: false,
    insuranceLimiter: new RateLimiterMemory(options),
  })
  limiters.set(name, limiter)
  return limiter
}

/** Counts one attempt; refuses with the time to wait once the limit is used up. */
export async function spend(limit: Limit, key: string): Promise<void> {
  try {
    await limiterFor(limit).consume(key)
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused
    throw tooMany(refused.msBeforeNext)
  }
}

/** Forgets the attempts under a key, as after a sign-in that succeeded. */
export const forgive = (limit: Limit, key: string): Promise<boolean> => limiterFor(limit).delete(key)

/**
 * Counts one attempt as part of a transaction: it counts if, and only if, the transaction commits. Attempts under one key wait for each other,
 * so ask for it last.
 */
export async function spendWithin({ tx, now }: Ctx, { name, points, windowSeconds }: Limit, key: string): Promise<void> {
  const nowMs = now.getTime()
  const [counted] = await tx.$queryRaw<{ points: number; expire: bigint }[]>`
    insert into platform.rate_limit as counted (key, points, expire) values (${`${name}:${key}`}, 1, ${nowMs + windowSeconds * 1000})
    on conflict (key) do update set
      points = case when counted.expire <= ${nowMs} then 1 else counted.points + 1 end,
      expire = case when counted.expire <= ${nowMs} then excluded.expire else counted.expire end
    returning points, expire`
  if (counted && counted.points > points) throw tooMany(Number(counted.expire) - nowMs)
}

const tooMany = (msBeforeNext: number) => new AppError("too_many", `That was tried too often. Try again in ${inWords(msBeforeNext)}.`)

function inWords(ms: number): string {
  const minutes = Math.ceil(ms / 60_000)
  if (minutes <= 1) return "a minute"
  return minutes < 90 ? `${minutes} minutes` : `${Math.ceil(minutes / 60)} hours`
}
