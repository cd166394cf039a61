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

const counters = new Map<string, RateLimiterMemory>()

/** Counts one attempt in this process alone, where one row in the database would be written by every call. Returns how many milliseconds to wait, 0 while the limit lasts. */
export async function waitHere({ name, points, windowSeconds }: Limit, key: string): Promise<number> {
  const counter = counters.get(name) ?? new RateLimiterMemory({ keyPrefix: name, points, duration: windowSeconds })
  counters.set(name, counter)
  return counter.consume(key).then(
    () => 0,
    (refused: unknown) => {
      if (refused instanceof RateLimiterRes) return Math.max(1, refused.msBeforeNext)
      throw refused
    },
  )
}

/** Forgets the attempts under a key, as after a sign-in that succeeded. */
export const forgive = (limit: Limit, key: string): Promise<boolean> => limiterFor(limit).delete(key)

/** One attempt to be counted with a command: under which key, how many are allowed, from when until when it counts, in milliseconds. */
export type Attempt = { key: string; points: number; at: number; until: number }

/** Counts one attempt as part of a command, when its ledger is written: it counts if, and only if, the command's work stands. */
export function spendWithin({ ledger, now }: Ctx, { name, points, windowSeconds }: Limit, key: string): void {
  const at = now.getTime()
  ledger.attempts.push({ key: `${name}:${key}`, points, at, until: at + windowSeconds * 1000 })
}

/** What `platform.spend` raises once a limit is used up, as the refusal that it is; null for any other error. */
export function refusalOf(error: unknown): AppError | null {
  const { code, message } =
    error instanceof Error ? Object.assign({ code: "" }, error, { message: error.message }) : { code: "", message: "" }
  const waitMs = message.match(/limit used up for (\d+) ms/)?.[1]
  return waitMs && (code === "GWLIM" || message.includes("GWLIM")) ? tooMany(Number(waitMs)) : null
}

const tooMany = (msBeforeNext: number) => new AppError("too_many", `That was tried too often. Try again in ${inWords(msBeforeNext)}.`)

function inWords(ms: number): string {
  const minutes = Math.ceil(ms / 60_000)
  if (minutes <= 1) return "a minute"
  return minutes < 90 ? `${minutes} minutes` : `${Math.ceil(minutes / 60)} hours`
}
