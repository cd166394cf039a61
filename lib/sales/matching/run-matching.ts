import { type Ctx, inTransaction, theSystem } from "@/lib/platform/context"
import { Prisma } from "@/lib/platform/db"
import { getMatchingRules } from "./get-rules"
import { lockMatching, matchRecords, pairUp, refreshEntries } from "./match-records"
import { readFactsOn } from "./read-facts"
import type { MatchKind } from "./score-pair"

/** Few at once: whoever says that two are not the same waits for the batch in hand. */
const atOnce = 20
const keysAtOnce = 500

/** Compares the next records that came or changed; with none, goes on with what was there before. False when there is nothing to do. */
export const runMatching = async (): Promise<boolean> => (await matchDue()) || sweepOn()

const matchDue = () =>
  inTransaction(theSystem, async (ctx) => {
    await lockMatching(ctx.tx)
    const due = await ctx.tx.$queryRaw<{ kind: MatchKind; recordId: string }[]>`
      delete from sales.match_due where id in (select id from sales.match_due order by id limit ${atOnce} for update skip locked)
      returning kind::text as kind, record_id as "recordId"`
    for (const kind of ["account", "contact", "lead"] as const)
      await matchRecords(
        ctx,
        kind,
        due.flatMap((one) => (one.kind === kind ? one.recordId : [])),
      )
    return due.length > 0
  })

/** The steps of a sweep: first what everything is compared by, then every comparison. */
const steps = ["keys:account", "keys:contact", "keys:lead", "pairs:account", "pairs:contact", "pairs:lead"] as const

const sweepOn = () =>
  inTransaction(theSystem, async (ctx) => {
    const { tx } = ctx
    await lockMatching(tx)
    const [sweep] = await tx.$queryRaw<{ step: string; through: string | null; rulesVersion: number }[]>`
      select step, through, rules_version as "rulesVersion" from sales.match_sweep where id = 1 and finished_at is null for update skip locked`
    if (!sweep) return false
    const [word, kind] = sweep.step.split(":") as ["keys" | "pairs", MatchKind]
    const most = word === "keys" ? keysAtOnce : atOnce
    const inForce = await getMatchingRules(tx)
    const known = await readFactsOn(tx, kind, sweep.through, most)
    const entries = await refreshEntries(
      tx,
      known.map(({ id }) => id),
      known,
      inForce,
    )
    if (word === "pairs") await pairUp(ctx, kind, entries, inForce)
    await sayHowFar(ctx, sweep.step, known.at(-1)?.id ?? sweep.through, known.length, known.length < most)
    return true
  })

async function sayHowFar({ tx, now }: Ctx, step: string, through: string | null, seen: number, isStepOver: boolean): Promise<void> {
  const next = steps[(steps as readonly string[]).indexOf(step) + 1]
  const isOver = isStepOver && !next
  await tx.$executeRaw(Prisma.sql`
    update sales.match_sweep set seen = seen + ${seen}, step = ${isStepOver && next ? next : step}, through = ${isStepOver && next ? null : through}::uuid,
      finished_at = ${isOver ? now : null} where id = 1`)
}

/** Has everything compared anew, as after a change of the rules. */
export const beginSweep = ({ tx }: Pick<Ctx, "tx">, rulesVersion: number) =>
  tx.$executeRaw`
    update sales.match_sweep set rules_version = ${rulesVersion}, step = ${steps[0]}, through = null, seen = 0, finished_at = null where id = 1`
