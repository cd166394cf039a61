import type { Ctx } from "./context"
import { AppError } from "./errors"
import { Ledger } from "./ledger"

/**
 * Does something within a transaction that may be refused: then nothing of it stands, and the transaction goes on. Whatever else breaks, breaks the
 * transaction. `isTrial`: nothing of it stands in any case, which tells whether it would have been refused.
 */
export async function attempt<Result, Outer extends Ctx>(
  ctx: Outer,
  work: (inner: Outer) => Promise<Result>,
  { isTrial = false }: { isTrial?: boolean } = {},
): Promise<{ result: Result; refused: null } | { result: null; refused: AppError }> {
  const ledger = new Ledger()
  await ctx.tx.$executeRaw`savepoint attempt`
  try {
    const result = await work({ ...ctx, ledger })
    if (isTrial) await ctx.tx.$executeRaw`rollback to savepoint attempt`
    else ctx.ledger.takeOver(ledger)
    await ctx.tx.$executeRaw`release savepoint attempt`
    return { result, refused: null }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    await ctx.tx.$executeRaw`rollback to savepoint attempt`
    await ctx.tx.$executeRaw`release savepoint attempt`
    return { result: null, refused: error }
  }
}
