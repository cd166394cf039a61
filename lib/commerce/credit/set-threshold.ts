import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { AppError } from "@/lib/platform/errors"
import { newId } from "@/lib/platform/ids"
import { amountText } from "./money"
import type { SetThreshold } from "./schema"

/** From which limit on a change takes two people; `version` 0 where a currency has no threshold. */
export type Threshold = { currency: string; amount: number; version: number }

export async function listThresholds(): Promise<Threshold[]> {
  const rows = await db.creditThreshold.findMany({ orderBy: { currency: "asc" } })
  return rows.map(({ amount, ...row }) => ({ ...row, amount: Number(amount) }))
}

/** The currencies in which credit is given although no limit in them takes two people. */
export async function listUnguarded(): Promise<string[]> {
  const rows = await db.$queryRaw<{ currency: string }[]>`
    select distinct currency from commerce.credit_account where currency not in (select currency from commerce.credit_threshold) order by 1`
  return rows.map(({ currency }) => currency)
}

/** Sets the threshold of a currency; without an amount, limits in it take one person. */
export async function setThreshold(ctx: Ctx, { currency, amount, version }: SetThreshold) {
  const { tx } = ctx
  await tx.$executeRaw`lock table commerce.credit_threshold in share row exclusive mode`
  const before = await tx.creditThreshold.findUnique({ where: { currency } })
  if ((before?.version ?? 0) !== version)
    throw new AppError("conflict", "Somebody changed this threshold a moment ago. Your change was not made; look at it again.")
  if (amount === null && !before)
    throw new AppError("invalid", "Enter an amount.", { fields: { amount: "Enter an amount, such as 50,000" } })
  if (amount === null) await tx.creditThreshold.deleteMany({ where: { currency } })
  else
    await tx.creditThreshold.upsert({
      where: { currency },
      create: { currency, amount },
      update: { amount, version: { increment: 1 } },
    })
  auditMove(ctx, {
    move: "credit.threshold",
    record: { kind: "threshold", id: newId(), label: currency },
    from: before && amountText(Number(before.amount), currency),
    to: amount === null ? null : amountText(amount, currency),
  })
  return { currency }
}
