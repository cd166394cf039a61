import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { Prisma } from "@/lib/platform/db"
import { AppError } from "@/lib/platform/errors"
import { newId } from "@/lib/platform/ids"
import { getNumberSequence, type SequenceKind, sequenceKinds, writtenNumber } from "@/lib/platform/number-sequences"
import type { ChangeNumberSequence } from "./schema"

/**
 * Changes how the numbers of a kind look and where they go on. Numbers that were given stay, and none is given twice:
 * the next one may not be below any that was used. Whoever opens a record meanwhile waits for this to commit.
 */
export async function changeNumberSequence(ctx: Ctx, { kind, prefix, digits, next, version }: ChangeNumberSequence) {
  const { tx } = ctx
  await tx.$executeRaw`lock table platform.number_sequence in access exclusive mode`
  const before = await getNumberSequence(kind, tx)
  if (before.version !== version) {
    throw new AppError("conflict", "Somebody changed this number sequence a moment ago. Your change was not made; look at it again.")
  }
  const least = Math.max(before.next, (await highestUsed(ctx, kind, prefix)) + 1)
  if (next < least) {
    const message = `${writtenNumber(prefix, digits, least - 1)} was used already. The next number is ${least} or more.`
    throw new AppError("invalid", message, { fields: { next: message } })
  }
  await tx.numberSequence.update({ where: { kind }, data: { prefix, digits, version: { increment: 1 } } })
  const [from, to] = [writtenNumber(before.prefix, before.digits, before.next), writtenNumber(prefix, digits, next)]
  auditMove(ctx, { move: "sequence.change", record: { kind: "sequence", id: newId(), label: sequenceKinds[kind] }, from, to })
  await ctx.ledger.write(tx)
  // A sequence knows no rollback, so it is set when nothing else is left to fail.
  await tx.$executeRaw(Prisma.sql`select setval(${`platform.${kind}_number`}::regclass, ${next}::bigint, false)`)
  return { kind, next: to }
}

/** The highest count that stands behind a prefix, whatever wrote it; 0 when there is none. */
async function highestUsed({ tx }: Ctx, kind: SequenceKind, prefix: string): Promise<number> {
  const [found] = await tx.$queryRaw<{ highest: number | null }[]>(Prisma.sql`
    select max(substr(number, ${prefix.length + 1})::bigint)::int as highest from ${Prisma.raw(`commerce.${kind}`)}
    where starts_with(number, ${prefix}) and substr(number, ${prefix.length + 1}) ~ '^[0-9]{1,9}$'`)
  return found?.highest ?? 0
}
