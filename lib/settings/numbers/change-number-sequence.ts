import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { Prisma, type Tx } from "@/lib/platform/db"
import { AppError, notFound } from "@/lib/platform/errors"
import { writtenNumber } from "@/lib/platform/number-format"
import { getNumberSequence, type NumberSequenceView, sequenceName } from "@/lib/platform/number-sequences"
import { findClash } from "./find-clash"
import { changesOf, lowestCount } from "./rules"
import type { ChangeNumberSequence } from "./schema"

const busy = "Records of this kind are being opened without a pause. Your change was not made; try again in a moment."

/** Nobody takes a number while the sequence changes, and whoever took one has committed. Gives up after three seconds, since others wait behind it. */
async function holdNumbers(tx: Tx): Promise<void> {
  await tx.$executeRaw`set local lock_timeout = '3s'`
  await tx.$executeRaw`lock table platform.number_sequence in access exclusive mode`.catch((error: unknown) => {
    throw /55P03|lock timeout/.test(String(error)) ? new AppError("conflict", busy, { cause: error }) : error
  })
}

function insistOnFree(message: string): never {
  throw new AppError("invalid", message, { fields: { next: message } })
}

/** Whether the count goes on wherever it has come to, since only something else is changed. */
const goesOn = (current: NumberSequenceView, { next, shown, format }: ChangeNumberSequence) => next === shown && format === current.format

/** Refuses what would give a number twice: one that a record bears, and names it, or one that was given before. */
async function insistOnFreeNumbers(tx: Tx, looked: NumberSequenceView, wanted: ChangeNumberSequence): Promise<void> {
  const next = goesOn(looked, wanted) ? looked.next : wanted.next
  const clash = await findClash(looked, { ...wanted, next }, tx)
  // What was given while every number was read is in nobody's way where the count goes on behind it.
  const reached = (await getNumberSequence(looked.kind, tx))?.next ?? looked.next
  const isClash = clash && !(goesOn(looked, wanted) && clash.count < reached)
  const versions = await tx.numberSequenceVersion.findMany({ where: { kind: looked.kind } })
  const given = versions.map((version) => ({ ...version, next: Number(version.next), reached: Number(version.reached) }))
  const lowest = lowestCount(wanted.format, given, looked)
  if (isClash) {
    const least = Math.max(lowest, clash.count + 1)
    insistOnFree(`${clash.number} exists already: ${clash.label}. The next number is ${least} or more.`)
  }
  if (next < lowest) insistOnFree(`Numbers below ${lowest} were given in this format. The next number is ${lowest} or more.`)
}

/**
 * Changes how the numbers of a kind look, where they go on and whether they may have gaps, as a new version. Numbers that were given stay,
 * and none is given twice. Whoever opens a record meanwhile waits for this to commit.
 */
export async function changeNumberSequence(ctx: Ctx, wanted: ChangeNumberSequence) {
  const { tx, actor, now } = ctx
  const { kind, format, digits, isContinuous } = wanted
  const looked = await getNumberSequence(kind, tx)
  if (!looked) throw notFound("number sequence")
  // Reading every number takes a while in a large house: it is done before anybody is held up.
  await insistOnFreeNumbers(tx, looked, wanted)
  await holdNumbers(tx)
  const before = await getNumberSequence(kind, tx)
  if (before?.version !== wanted.version) {
    throw new AppError("conflict", "Somebody changed this number sequence a moment ago. Your change was not made; look at it again.")
  }
  const next = goesOn(before, wanted) ? before.next : wanted.next
  if (next < before.next && next >= looked.next && before.format === format) {
    insistOnFree(`Numbers below ${before.next} were given in this format. The next number is ${before.next} or more.`)
  }
  const after = { format, digits, isContinuous, next }
  await tx.numberSequence.update({ where: { kind }, data: { format, digits, isContinuous, version: { increment: 1 } } })
  await tx.numberSequenceVersion.create({
    data: { ...after, kind, number: before.version + 1, reached: before.next, at: now, actorId: actor.id, actorName: actor.name },
  })
  await tx.numberCounter.update({ where: { kind }, data: { next } })
  const [from, to] = [writtenNumber(before, before.next, now), writtenNumber(after, next, now)]
  const record = { kind: "sequence" as const, id: before.id, label: before.name }
  auditMove(ctx, { move: "sequence.change", record, from, to, changes: changesOf(before, after) })
  await ctx.ledger.write(tx)
  // A sequence knows no rollback, so it is set when nothing else is left to fail.
  await tx.$executeRaw(Prisma.sql`select setval(${sequenceName(kind)}::regclass, ${next}::bigint, false)`)
  return { kind, next: to }
}
