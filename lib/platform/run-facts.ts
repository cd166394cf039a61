import { type FactName, type FactPayload, facts } from "@/lib/events"
import { backoffMs } from "./backoff"
import { type Clock, wallClock } from "./clock"
import { type Ctx, inTransaction, theSystem } from "./context"
import { db } from "./db"
import { log } from "./log"

/** A fact as its reactions see it: its id tells two that say the same apart. */
export type FactSeen = { id: bigint; at: Date }

export type Reaction<Name extends FactName> = (ctx: Ctx, payload: FactPayload<Name>, fact: FactSeen) => Promise<void>

/** For each fact, what is done about it. A fact without an entry does not compile. */
export type Reactions = { [Name in FactName]: readonly Reaction<Name>[] }

type DueFact = FactSeen & { name: string; payload: unknown; attempts: number }

const attemptsBeforeParking = 8
const pauses = { firstMs: 1000, longestMs: 300_000 }

/**
 * Runs the reactions to the oldest due fact, in one transaction with the mark that it is done: both or neither. False when none is due.
 * What fails waits longer each time; after eight attempts it is parked with its reason. Several workers never take the same fact at once.
 */
export async function runNextFact(reactions: Reactions, clock: Clock = wallClock): Promise<boolean> {
  const now = clock()
  let taken: DueFact | undefined
  try {
    await inTransaction(
      theSystem,
      async (ctx) => {
        taken = await takeDueFact(ctx)
        if (!taken) return
        await react(reactions, ctx, taken)
        await ctx.tx.fact.update({ where: { id: taken.id }, data: { doneAt: now, attempts: { increment: 1 }, lastError: null } })
      },
      now,
    )
  } catch (error) {
    if (!taken) throw error
    await postpone(taken, error, clock())
  }
  return taken !== undefined
}

async function takeDueFact({ tx, now }: Ctx): Promise<DueFact | undefined> {
  const [due] = await tx.$queryRaw<DueFact[]>`
    select id, name, payload, at, attempts from platform.fact
    where done_at is null and parked_at is null and next_attempt_at <= ${now}
    order by next_attempt_at, id limit 1
    for update skip locked`
  return due
}

const isFactName = (name: string): name is FactName => Object.hasOwn(facts, name)

async function react(reactions: Reactions, ctx: Ctx, fact: DueFact): Promise<void> {
  if (!isFactName(fact.name)) throw new Error(`No reaction is known to the fact ${fact.name}.`)
  await reactTo(reactions, fact.name, ctx, fact)
}

async function reactTo<Name extends FactName>(reactions: Reactions, name: Name, ctx: Ctx, { payload, id, at }: DueFact): Promise<void> {
  const known = facts[name].parse(payload) as FactPayload<Name>
  for (const reaction of reactions[name]) await reaction(ctx, known, { id, at })
}

async function postpone({ id, name, attempts }: DueFact, error: unknown, now: Date): Promise<void> {
  const tried = attempts + 1
  const isParked = tried >= attemptsBeforeParking
  const lastError = (error instanceof Error ? error.message : String(error)).slice(0, 1000)
  const nextAttemptAt = new Date(now.getTime() + backoffMs(tried, pauses))
  await db.fact.updateMany({
    where: { id, doneAt: null, attempts },
    data: { attempts: tried, lastError, nextAttemptAt, parkedAt: isParked ? now : null },
  })
  const failure = { fact: String(id), name, attempts: tried, error: error instanceof Error ? error.name : "unknown" }
  if (isParked) log.error(failure, "fact parked")
  else log.warn(failure, "fact put off")
}
