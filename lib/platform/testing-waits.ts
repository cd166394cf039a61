import { setTimeout as pause } from "node:timers/promises"
import { type Ctx, inTransaction, theSystem } from "./context"
import { db } from "./db"

/** Comes back once somebody waits for a lock that another transaction of this test has, or it is over. */
export async function untilSomebodyWaits(isOver = () => false): Promise<void> {
  const waits = () =>
    db.$queryRaw<object[]>`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' limit 1`
  while (!isOver() && (await waits()).length === 0) await pause(5)
}

/**
 * Holds something in a transaction until somebody else waits for it, and then goes on; breaks off where that one has in hand already what is asked for next, since
 * then neither would ever come to an end. Returns what the other one came to.
 */
export async function whileHolding<Other>(
  hold: (ctx: Ctx) => Promise<unknown>,
  other: () => Promise<Other>,
  goOn: (ctx: Ctx) => Promise<unknown> = async () => {},
): Promise<Other> {
  const { begun } = await inTransaction(theSystem, async (ctx) => {
    await ctx.tx.$executeRaw`set local lock_timeout = '400ms'`
    await hold(ctx)
    const begun = other()
    let isOver = false
    const end = () => {
      isOver = true
    }
    begun.then(end, end)
    await untilSomebodyWaits(() => isOver)
    await goOn(ctx)
    return { begun }
  })
  return begun
}
