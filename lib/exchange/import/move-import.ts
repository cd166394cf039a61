import type { Staff } from "@/lib/identity/actor"
import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { AppError, insist, notFound } from "@/lib/platform/errors"
import { counted } from "./counted"
import { type LeadImportState, refusalToImport, refusalToStop, refusalToUndo } from "./rules"
import type { OneImport } from "./schema"

type StaffCtx = Ctx & { actor: Staff }

async function getImport({ tx }: StaffCtx, id: string) {
  const run = await tx.leadImport.findUnique({
    where: { id },
    select: {
      id: true,
      state: true,
      version: true,
      fileName: true,
      finishedAt: true,
      toCreate: true,
      toUpdate: true,
      created: true,
      updated: true,
    },
  })
  if (!run) throw notFound("import")
  return run
}

async function move({ tx }: StaffCtx, run: { id: string; version: number }, state: LeadImportState, facts: object): Promise<void> {
  const { count } = await tx.leadImport.updateMany({
    where: { id: run.id, version: run.version },
    data: { ...facts, state, version: { increment: 1 } },
  })
  if (count === 0) throw new AppError("conflict", "Somebody changed this import a moment ago. Look at it again.")
}

/** Hands an import that was looked through to the worker. */
export async function startImport(ctx: StaffCtx, { id }: OneImport) {
  const run = await getImport(ctx, id)
  insist(refusalToImport(run))
  await move(ctx, run, "importing", { through: 0, startedAt: ctx.now })
  auditMove(ctx, {
    move: "lead.import",
    record: { kind: "import", id, label: run.fileName },
    to: `${counted(run.toCreate, "lead")} to create, ${counted(run.toUpdate, "lead")} to update`,
  })
  return { id }
}

/** Calls an import off. What it has written stays, and can be taken back. */
export async function stopImport(ctx: StaffCtx, { id }: OneImport) {
  const run = await getImport(ctx, id)
  insist(refusalToStop(run))
  const said = { error: `${ctx.actor.name} stopped it.`, finishedAt: ctx.now }
  await move(ctx, run, run.state === "importing" ? "done" : "canceled", said)
  await ctx.tx.leadImportChunk.deleteMany({ where: { importId: id } })
  return { id }
}

/** Has the worker take back what an import wrote, where nobody touched it since. */
export async function undoImport(ctx: StaffCtx, { id }: OneImport) {
  const run = await getImport(ctx, id)
  insist(refusalToUndo(run, ctx.now))
  await move(ctx, run, "undoing", { through: 0, undoneAt: ctx.now, undoneBy: ctx.actor.name })
  auditMove(ctx, {
    move: "lead.undo_import",
    record: { kind: "import", id, label: run.fileName },
    to: `${counted(run.created, "created lead")}, ${counted(run.updated, "updated lead")}`,
  })
  return { id }
}
