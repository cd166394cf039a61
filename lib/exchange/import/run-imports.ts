import { type Clock, wallClock } from "@/lib/platform/clock"
import { type Actor, type Ctx, inTransaction, theSystem } from "@/lib/platform/context"
import { db, type Tx } from "@/lib/platform/db"
import { AppError } from "@/lib/platform/errors"
import { Ledger } from "@/lib/platform/ledger"
import { log } from "@/lib/platform/log"
import type { LeadImportState } from "@/prisma/generated/enums"
import { checkStep } from "./check-step"
import type { ImportJob, ImportStep } from "./import-job"
import { readStep } from "./read-step"
import { undoStep } from "./undo-step"
import { writeStep } from "./write-step"

const steps: Partial<Record<LeadImportState, ImportStep>> = {
  reading: readStep,
  checking: checkStep,
  importing: writeStep,
  undoing: undoStep,
}

/** Reading a large file is one piece of work; the others are far shorter. */
const longestMs = 600_000
const patience = 5
const failures = new Map<string, number>()

/**
 * Does the next piece of work on an import, in one transaction with the word how far it came. False when none is due.
 * A lock that ends with the transaction keeps two workers off the same import; one that dies leaves its piece undone, and another does it.
 */
export async function runNextImport(clock: Clock = wallClock): Promise<boolean> {
  let job: (ImportJob & Person) | null = null
  try {
    await db.$transaction(
      async (tx) => {
        job = await claim(tx)
        if (!job) return
        const ctx: Ctx = { tx, actor: actorOf(job), now: clock(), ledger: new Ledger() }
        await steps[job.state]?.(ctx, job)
        await ctx.ledger.write(tx)
      },
      { timeout: longestMs, maxWait: 10_000 },
    )
  } catch (error) {
    if (!job) throw error
    await giveUp(job, error, clock())
  }
  const taken: ImportJob | null = job
  return taken !== null
}

type Person = { personId: string; personName: string; personRole: string }

const actorOf = ({ personId, personName, personRole }: Person): Actor => ({
  kind: "staff",
  id: personId,
  name: personName,
  role: personRole,
})

async function claim(tx: Tx): Promise<(ImportJob & Person) | null> {
  const [due] = await tx.$queryRaw<{ id: string }[]>`
    select id from sales.lead_import where state in ('reading', 'checking', 'importing', 'undoing')
      and pg_try_advisory_xact_lock(hashtextextended(id::text, 1)) order by created_at limit 1`
  // Read again under the lock: whoever held it before may have come further.
  if (!due) return null
  return tx.leadImport.findFirst({
    where: { id: due.id, state: { in: ["reading", "checking", "importing", "undoing"] } },
    select: {
      id: true,
      state: true,
      fileName: true,
      headers: true,
      mapping: true,
      policy: true,
      rowCount: true,
      through: true,
      personId: true,
      personName: true,
      personRole: true,
    },
  })
}

/** A file that cannot be read fails with its reason; anything else is tried again, and fails when it keeps failing. */
async function giveUp({ id, state }: ImportJob, error: unknown, now: Date): Promise<void> {
  const tries = (failures.get(id) ?? 0) + 1
  failures.set(id, tries)
  const isTold = error instanceof AppError
  if (!isTold && tries < patience) throw error
  failures.delete(id)
  if (!isTold) log.error({ import: id, error: error instanceof Error ? error.message : "unknown" }, "import failed")
  const said = isTold ? error.message : "It broke off again and again. What it wrote stays and can be taken back."
  await inTransaction(
    theSystem,
    async ({ tx }) => {
      const hasWritten = state === "importing" || state === "undoing"
      await tx.leadImport.updateMany({
        where: { id, state },
        data: { state: hasWritten ? "done" : "failed", error: said, finishedAt: now, version: { increment: 1 } },
      })
      await tx.leadImportChunk.deleteMany({ where: { importId: id } })
    },
    now,
  )
}
