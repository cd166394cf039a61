import { type Clock, wallClock } from "@/lib/platform/clock"
import { type Ctx, inTransaction, theSystem } from "@/lib/platform/context"
import { db, type Prisma } from "@/lib/platform/db"
import { log } from "@/lib/platform/log"
import { rescoreStep } from "../scoring/rescore-step"
import { rehearseStep } from "./rehearse-step"
import type { RuleRun, RuleRunStep } from "./rule-run"

const steps: Readonly<Record<string, RuleRunStep>> = { rescore: rescoreStep, rehearse: rehearseStep }

/** Rehearsals of the kinds that other rooms bring along, by their keys. */
export type MoreSteps = Readonly<Record<string, RuleRunStep>>

const patience = 5
const failures = new Map<string, number>()

/**
 * Does the next piece of work on a run, in one transaction with the word how far it came. False when none is due.
 * A lock that ends with the transaction keeps two workers off the same run; one that dies leaves its piece undone, and another does it.
 */
export async function runNextRuleRun(clock: Clock = wallClock, more: MoreSteps = {}): Promise<boolean> {
  let taken: RuleRun | null = null
  const now = clock()
  try {
    await inTransaction(
      theSystem,
      async (ctx) => {
        taken = await claim(ctx)
        if (taken) await doPiece(ctx, taken, more)
      },
      now,
    )
  } catch (error) {
    if (!taken) throw error
    await giveUp(taken, error, clock())
  }
  return taken !== null
}

async function claim({ tx }: Ctx): Promise<RuleRun | null> {
  const [due] = await tx.$queryRaw<{ id: string }[]>`
    select id from sales.rule_run where state = 'running' and pg_try_advisory_xact_lock(hashtextextended(id::text, 2)) order by started_at limit 1`
  // Read again under the lock: whoever held it before may have come further.
  return due ? tx.ruleRun.findFirst({ where: { id: due.id, state: "running" } }) : null
}

async function doPiece(ctx: Ctx, run: RuleRun, more: MoreSteps): Promise<void> {
  const step = more[run.kind] ?? steps[run.work]
  if (!step) throw new Error(`Nobody knows how to ${run.work}.`)
  const { through, done, isLast, result } = await step(ctx, run)
  const total = isLast ? run.done + done : Math.max(run.total, run.done + done)
  await ctx.tx.ruleRun.updateMany({
    where: { id: run.id, state: "running" },
    data: {
      through,
      done: { increment: done },
      total,
      ...(result === undefined ? {} : { result: result as Prisma.InputJsonValue }),
      ...(isLast ? { state: "done", finishedAt: ctx.now } : {}),
    },
  })
}

async function giveUp({ id, work, kind }: RuleRun, error: unknown, now: Date): Promise<void> {
  const tries = (failures.get(id) ?? 0) + 1
  failures.set(id, tries)
  if (tries < patience) throw error
  failures.delete(id)
  log.error({ run: id, work, kind, error: error instanceof Error ? error.message : "unknown" }, "rule run failed")
  await db.ruleRun.updateMany({
    where: { id, state: "running" },
    data: { state: "failed", finishedAt: now, error: "It broke off again and again. What it did so far stays." },
  })
}
