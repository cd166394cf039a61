import { auditMove } from "@/lib/platform/audit"
import { type Actor, inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { AppError } from "@/lib/platform/errors"

/** What is taken away, under which heading, and how it is written: `csv`, in words CSV. */
export type Beginning = { id: string; list: string; title: string; format: string; word: string }

/** Writes down that somebody takes a list away, before its first row leaves. */
export async function beginExport(actor: Actor & { id: string }, { id, list, title, format, word }: Beginning, now: Date): Promise<void> {
  await inTransaction(
    actor,
    async (ctx) => {
      const run = { id, personId: actor.id, list, title, format, startedAt: now, movedAt: now }
      const begun = await ctx.tx.exportRun.createMany({ data: [run], skipDuplicates: true })
      if (begun.count === 0) throw new AppError("conflict", "This export was started before. Start another one.")
      auditMove(ctx, { move: "list.export", record: { kind: "export", id, label: title }, to: word })
    },
    now,
  )
}

/** Says how far an export has come. False when it was called off meanwhile. */
export async function moveExport(id: string, rows: number, now: Date): Promise<boolean> {
  const { count } = await db.exportRun.updateMany({ where: { id, state: "running" }, data: { rows, movedAt: now } })
  return count > 0
}

/** Says how an export ended. */
export async function endExport(id: string, state: "done" | "canceled" | "failed", rows: number, now: Date): Promise<void> {
  await db.exportRun.updateMany({ where: { id, state: { in: ["running", "canceling"] } }, data: { state, rows, movedAt: now } })
}

export type ExportProgress = { state: "running" | "canceling" | "done" | "canceled" | "failed"; rows: number }

const silentMs = 150_000

/** How far one's own export has come; null when there is none. One whose writer died counts as failed. */
export async function getExport(personId: string, id: string, now: Date): Promise<ExportProgress | null> {
  const run = await db.exportRun.findFirst({ where: { id, personId }, select: { state: true, rows: true, movedAt: true } })
  if (!run) return null
  const isSilent = (run.state === "running" || run.state === "canceling") && now.getTime() - run.movedAt.getTime() > silentMs
  return { state: isSilent ? "failed" : run.state, rows: run.rows }
}
