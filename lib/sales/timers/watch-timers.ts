import { type Clock, wallClock } from "@/lib/platform/clock"
import { type Ctx, inTransaction, theSystem } from "@/lib/platform/context"
import { db, Prisma } from "@/lib/platform/db"
import { lookAgain } from "./look-again"
import { tellEvents } from "./tell-events"
import { timeLeads } from "./time-leads"

/** So many leads are looked at in one transaction. */
export const atOnce = 300

/** The leads with which each piece begins; an index serves each. */
export const timerReads = {
  due: (now: Date) => Prisma.sql`
    select id from sales.lead where timer_next_at <= ${now} order by timer_next_at limit ${atOnce} for no key update skip locked`,
  untimed: () => Prisma.sql`
    select id from sales.lead where decision_state = 'on_time' and decision_due_at is null order by id desc limit ${atOnce} for no key update skip locked`,
  sweep: (from: string) => Prisma.sql`
    select id from sales.lead where id > ${from}::uuid and decision_state in ('on_time', 'warning', 'breached', 'paused') order by id limit ${atOnce}`,
}

type Piece = (ctx: Ctx) => Promise<boolean>
const asTheSystem = (piece: Piece) => (clock: Clock) => inTransaction(theSystem, piece, clock())

/** Looks at leads that nobody else is at, and tells what fell due; the others wait for the next round. */
async function look(ctx: Ctx, ids: readonly string[]): Promise<boolean> {
  const { seen, events } = await timeLeads(ctx, ids, { skipLocked: true })
  await tellEvents(ctx, events)
  if (seen.length < ids.length) {
    const isSeen = new Set(seen)
    const others = ids.filter((id) => !isSeen.has(id))
    const standing = await ctx.tx.lead.findMany({ where: { id: { in: others } }, select: { id: true } })
    await lookAgain(
      ctx.tx,
      standing.map(({ id }) => id),
    )
  }
  return seen.length > 0
}

/** Marks the warnings and breaches that fell due the longest ago. False when none is due. Any number of workers may do so at once: each is marked once. */
export const markDue = asTheSystem(async (ctx) => {
  const due = await ctx.tx.$queryRaw<{ id: string }[]>(timerReads.due(ctx.now))
  await look(
    ctx,
    due.map(({ id }) => id),
  )
  return due.length > 0
})

/** Looks again at leads that changed. One that somebody is at this moment writing waits for the next round. */
export const timeChanged = asTheSystem(async (ctx) => {
  const taken = await ctx.tx.$queryRaw<{ lead_id: string }[]>`
    delete from sales.timer_todo where id in (select id from sales.timer_todo order by id limit ${atOnce} for update skip locked) returning lead_id`
  return look(ctx, [...new Set(taken.map(({ lead_id }) => lead_id))])
})

/** Starts the timers of leads that came in without anybody saying so, the newest first. */
export const timeNew = asTheSystem(async (ctx) => {
  const found = await ctx.tx.$queryRaw<{ id: string }[]>(timerReads.untimed())
  await look(
    ctx,
    found.map(({ id }) => id),
  )
  return found.length > 0
})

/** Goes on with that look, some leads at a time, by whichever worker comes first. False when none is under way. */
export const sweepOn = asTheSystem(async (ctx) => {
  const [work] = await ctx.tx.$queryRaw<{ sweep_from: string }[]>`
    select sweep_from from sales.timer_work where sweep_from is not null for update skip locked`
  if (!work) return false
  const found = await ctx.tx.$queryRaw<{ id: string }[]>(timerReads.sweep(work.sweep_from))
  await look(
    ctx,
    found.map(({ id }) => id),
  )
  const last = found.at(-1)
  await ctx.tx.timerWork.update({ where: { id: 1 }, data: last ? { sweepFrom: last.id } : { sweepFrom: null, sweptAt: ctx.now } })
  return true
})

/** Folds how many leads stand where. */
async function foldTimers(): Promise<boolean> {
  const [folded] = await db.$queryRaw<{ rows: number }[]>`select sales.fold_timers(5000::int) as rows`
  return (folded?.rows ?? 0) > 0
}

/** The lane of a worker: what is due first, then what changed, then what is new. */
export async function watchTimers(clock: Clock = wallClock): Promise<boolean> {
  for (const piece of [markDue, timeChanged, timeNew, sweepOn, foldTimers]) if (await piece(clock)) return true
  return false
}
