import { type Clock, wallClock } from "@/lib/platform/clock"
import { type Ctx, inTransaction, theSystem } from "@/lib/platform/context"
import { Prisma } from "@/lib/platform/db"
import { timeProspects } from "./time-prospects"

/** So many prospects are looked at in one transaction. */
const atOnce = 300

type Found = { id: string }[]

/** The prospects with which each piece begins; an index serves each. */
export const prospectTimerReads = {
  due: (now: Date) => Prisma.sql`
    select id from commerce.prospect where timer_next_at <= ${now} order by timer_next_at limit ${atOnce} for no key update skip locked`,
  untimed: () => Prisma.sql`
    select id from commerce.prospect where decision_state = 'on_time' and decision_due_at is null order by id desc limit ${atOnce} for no key update skip locked`,
  sweep: (from: string) => Prisma.sql`
    select id from commerce.prospect where id > ${from}::uuid and status = 'pending' order by id limit ${atOnce}`,
}

const idsOf = (found: Found) => found.map(({ id }) => id)
const asTheSystem = (piece: (ctx: Ctx) => Promise<boolean>) => (clock: Clock) => inTransaction(theSystem, piece, clock())

/** Looks at prospects; those that somebody is writing at this moment wait for the next round. */
async function look(ctx: Ctx, ids: readonly string[]): Promise<boolean> {
  const seen = new Set(await timeProspects(ctx, ids))
  const others = await ctx.tx.prospect.findMany({ where: { id: { in: ids.filter((id) => !seen.has(id)) } }, select: { id: true } })
  if (others.length > 0) await ctx.tx.prospectTimerTodo.createMany({ data: others.map(({ id }) => ({ prospectId: id })) })
  return seen.size > 0
}

const markDue = asTheSystem(async (ctx) => {
  const due = await ctx.tx.$queryRaw<Found>(prospectTimerReads.due(ctx.now))
  await look(ctx, idsOf(due))
  return due.length > 0
})

/** What either store noted as changed. */
const timeChanged = asTheSystem(async (ctx) => {
  const taken = await ctx.tx.$queryRaw<Found>`
    with commerce as (
      delete from commerce.timer_todo where id in (select id from commerce.timer_todo order by id limit ${atOnce} for update skip locked) returning prospect_id
    ), sales as (
      delete from sales.decision_timer_todo where id in (select id from sales.decision_timer_todo order by id limit ${atOnce} for update skip locked)
      returning prospect_id
    )
    select prospect_id as id from commerce union select prospect_id from sales`
  return look(ctx, idsOf(taken))
})

const timeNew = asTheSystem(async (ctx) => {
  const found = await ctx.tx.$queryRaw<Found>(prospectTimerReads.untimed())
  await look(ctx, idsOf(found))
  return found.length > 0
})

/** Goes on with the look at all that wait, after hours or targets were changed. */
const sweepOn = asTheSystem(async (ctx) => {
  const [work] = await ctx.tx.$queryRaw<{ from: string }[]>`
    select prospects_from as "from" from sales.timer_work where prospects_from is not null for update skip locked`
  if (!work) return false
  const found = await ctx.tx.$queryRaw<Found>(prospectTimerReads.sweep(work.from))
  await look(ctx, idsOf(found))
  await ctx.tx.timerWork.update({ where: { id: 1 }, data: { prospectsFrom: found.at(-1)?.id ?? null } })
  return true
})

/** The lane of a worker: what is due first, then what changed, then what is new. */
export async function watchProspects(clock: Clock = wallClock): Promise<boolean> {
  for (const piece of [markDue, timeChanged, timeNew, sweepOn]) if (await piece(clock)) return true
  return false
}
