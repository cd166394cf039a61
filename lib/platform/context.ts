import { DatabaseError } from "pg"
import { db, Prisma, type Tx } from "./db"
import { Ledger } from "./ledger"
import { NeedsTransaction } from "./needs-transaction"
import { type Notice, noticeOf } from "./notice"
import { tell } from "./tell"

/** Who acts: a member of staff, a partner's user, an applicant with a private link, or the product itself. */
export type Actor = {
  kind: "staff" | "partner" | "applicant" | "system"
  id: string | null
  name: string
  role: string
}

/**
 * What travels with every command: the transaction, who acts, and the hour at which all of it happens.
 * `heldUntil`: what is decided here can be taken back until then, and its letters wait as long; without it, for the send window.
 * `approval`: a second person confirms what somebody asked for. `policy`: a policy decides, in place of a person.
 */
export type Ctx = {
  tx: Tx
  actor: Actor
  now: Date
  ledger: Ledger
  heldUntil?: Date
  approval?: { id: string; askedById: string | null; askedBy: string }
  policy?: { id: string; name: string; version: number }
}

export const theSystem: Actor = { kind: "system", id: null, name: "Gangway", role: "system" }

const attempts = 3

/** Deadlocks and serialization failures go away by themselves; after a unique violation, or when what it pointed at went, the command sees what the faster one did, and can say so. */
function isWorthAnotherTry(error: unknown): boolean {
  if (error instanceof DatabaseError) return /^(40001|40P01|23505|23503)$/.test(error.code ?? "")
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false
  return (
    error.code === "P2034" ||
    error.code === "P2002" ||
    error.code === "P2003" ||
    /40001|40P01|23505|23503|deadlock detected/.test(error.message)
  )
}

/** Tries up to three times what another transaction may get in the way of. */
async function insistently<Result>(attemptOnce: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await attemptOnce()
    } catch (error) {
      if (attempt === attempts || !isWorthAnotherTry(error)) throw error
      await new Promise((resolve) => setTimeout(resolve, 20 * attempt * (0.5 + Math.random())))
    }
  }
}

async function workOn<Result>(tx: Tx, actor: Actor, now: Date, work: (ctx: Ctx) => Promise<Result>) {
  const ctx: Ctx = { tx, actor, now, ledger: new Ledger() }
  const result = await work(ctx)
  const notice = noticeOf(ctx.ledger, actor)
  await ctx.ledger.write(tx)
  return { result, notice }
}

/** Tells the other browsers which records changed, once the change stands. */
async function told<Result>(committed: Promise<{ result: Result; notice: Notice | null }>): Promise<Result> {
  const { result, notice } = await committed
  if (notice) tell(notice)
  return result
}

const within = <Result>(actor: Actor, now: Date, work: (ctx: Ctx) => Promise<Result>) =>
  insistently(() => db.$transaction((tx) => workOn(tx, actor, now, work)))

/**
 * Runs a command in one transaction: all of it happens, or none of it.
 * Its new records, audit rows, facts, mails, dual-writes and decisions are written in one statement before commit.
 * After commit the other browsers are told which records changed.
 * What another transaction got in the way of is tried again, up to three times.
 */
export const inTransaction = <Result>(actor: Actor, work: (ctx: Ctx) => Promise<Result>, now = new Date()): Promise<Result> =>
  told(within(actor, now, work))

/**
 * The same for a command that writes nothing but its ledger: the ledger is one statement, and so all of it happens, or none of it,
 * without the two round trips of a transaction around it. Should the work find that it needs one all the same, it is done again in one.
 */
export const inOneStatement = <Result>(actor: Actor, work: (ctx: Ctx) => Promise<Result>, now = new Date()): Promise<Result> =>
  told(
    insistently(() => workOn(db, actor, now, work)).catch((error: unknown) => {
      if (error instanceof NeedsTransaction) return within(actor, now, work)
      throw error
    }),
  )
