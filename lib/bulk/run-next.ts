import type { Staff } from "@/lib/identity/actor"
import { roleName } from "@/lib/identity/permissions"
import { type Clock, wallClock } from "@/lib/platform/clock"
import { type Ctx, inTransaction, theSystem } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { untilReleased } from "@/lib/platform/held"
import { breakOff } from "./break-off"
import { checkStep } from "./check-step"
import { doStep } from "./do-step"
import { releaseStep } from "./release-step"
import type { BulkRunState } from "./rules"
import { refusalToBegin } from "./rules"
import type { RunJob, RunStep } from "./run-job"
import { undoStep } from "./undo-step"

const steps: Partial<Record<BulkRunState, RunStep>> = { checking: checkStep, running: doStep, releasing: releaseStep, undoing: undoStep }

/**
 * Does the next piece of work on a run, in one transaction with the word how far it came. False when none is due. Of several runs each
 * has its turn. The row's lock keeps two workers off the same run; one that dies leaves its piece undone, and another does it.
 */
export async function runNextPiece(clock: Clock = wallClock): Promise<boolean> {
  let taken: RunJob | undefined
  try {
    await inTransaction(
      theSystem,
      async (ctx) => {
        taken = await claim(ctx)
        if (taken) await work(ctx, taken)
      },
      clock(),
    )
  } catch (error) {
    if (!taken) throw error
    await breakOff(taken, error, clock())
  }
  return taken !== undefined
}

async function claim({ tx }: Ctx): Promise<RunJob | undefined> {
  const [due] = await tx.$queryRaw<RunJob[]>`
    select id, list, kind, state::text as state, title, input, total, through, at_once as "atOnce", person_id as "personId",
      undone_by_id as "undoneById", undoable_until as "undoableUntil", moved_at as "movedAt"
    from platform.bulk_run where state in ('checking', 'running', 'releasing', 'undoing')
    order by moved_at limit 1 for update skip locked`
  return due
}

async function work(ctx: Ctx, job: RunJob): Promise<void> {
  const actor = await staffOf(job)
  if (!actor) return endFor(ctx, job, "Whoever started it does not work here any more.")
  const refused = job.state === "running" ? refusalToBegin(actor, job.list as never, job.kind as never) : null
  if (refused) return endFor(ctx, job, refused.message)
  await steps[job.state]?.({ ...ctx, actor, ...(job.state === "running" ? { heldUntil: untilReleased } : {}) }, job)
}

/** Whoever started the run, or takes it back, in the role of today: a run does what its person may at this hour. */
async function staffOf({ state, personId, undoneById }: RunJob): Promise<Staff | null> {
  const id = state === "undoing" && undoneById ? undoneById : personId
  const person = await db.person.findUnique({ where: { id }, select: { name: true, email: true, staffRole: true, disabledAt: true } })
  if (!person?.staffRole || (person.disabledAt && state !== "releasing" && state !== "undoing")) return null
  const { name, email, staffRole } = person
  return { kind: "staff", id, name, email, role: roleName(staffRole), staffRole, sessionId: "" }
}

/** A run whose person may not go on any more stops where it is. */
async function endFor({ tx, now }: Ctx, { id, state }: RunJob, error: string): Promise<void> {
  if (state === "running") {
    const skipped =
      await tx.$executeRaw`update platform.bulk_item set result = 'skipped', why = ${error} where run_id = ${id}::uuid and result is null`
    const data = {
      state: "releasing" as const,
      through: 0,
      error,
      skipped: { increment: skipped },
      movedAt: now,
      version: { increment: 1 },
    }
    await tx.bulkRun.update({ where: { id }, data })
  } else await tx.bulkRun.update({ where: { id }, data: { state: "failed", error, finishedAt: now, version: { increment: 1 } } })
}
