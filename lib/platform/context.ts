import { db, Prisma, type Tx } from "./db"
import { Ledger } from "./ledger"
import { noticeOf } from "./notice"
import { tell } from "./tell"

/** Who acts: a member of staff, a partner's user, an applicant with a private link, or the product itself. */
export type Actor = {
  kind: "staff" | "partner" | "applicant" | "system"
  id: string | null
  name: string
  role: string
}

/** What travels with every command: the transaction, who acts, and the hour at which all of it happens. */
export type Ctx = { tx: Tx; actor: Actor; now: Date; ledger: Ledger }

export const theSystem: Actor = { kind: "system", id: null, name: "Gangway", role: "system" }

const attempts = 3

/** Deadlocks and serialization failures go away by themselves; after a unique violation the command sees what the faster one wrote, and can say so. */
function isWorthAnotherTry(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false
  return error.code === "P2034" || error.code === "P2002" || /40001|40P01|23505|deadlock detected/.test(error.message)
}

/**
 * Runs a command in one transaction: all of it happens, or none of it.
 * Its audit rows, facts, mails, dual-writes and decisions are written in one statement before commit.
 * After commit the other browsers are told which records changed.
 * What another transaction got in the way of is tried again, up to three times.
 */
export async function inTransaction<Result>(actor: Actor, work: (ctx: Ctx) => Promise<Result>, now = new Date()): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      const { result, notice } = await db.$transaction(async (tx) => {
        const ctx: Ctx = { tx, actor, now, ledger: new Ledger() }
        const done = await work(ctx)
        const gathered = noticeOf(ctx.ledger, actor)
        await ctx.ledger.write(tx)
        return { result: done, notice: gathered }
      })
      if (notice) tell(notice)
      return result
    } catch (error) {
      if (attempt === attempts || !isWorthAnotherTry(error)) throw error
      await new Promise((resolve) => setTimeout(resolve, 20 * attempt * (0.5 + Math.random())))
    }
  }
}
