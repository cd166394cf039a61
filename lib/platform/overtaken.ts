import type { Ctx } from "./context"
import { AppError, type Refusal } from "./errors"
import { toldMoment } from "./moment-text"
import { isMoveName, moveWords } from "./move-words"

/** Who moved this record last, what they did and when, as a sentence; empty when nobody did. */
async function lastMove({ tx }: Ctx, recordId: string): Promise<string> {
  const last = await tx.auditEntry.findFirst({
    where: { recordIds: { has: recordId } },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { actorName: true, move: true, at: true },
  })
  if (!last || !isMoveName(last.move)) return ""
  return `${last.actorName} ${moveWords[last.move]} on ${toldMoment(last.at)}.`
}

/** The error for somebody whose colleague was faster: who, what and when, and that nothing was changed. */
export async function overtaken(ctx: Ctx, recordId: string): Promise<AppError> {
  const sentence = (await lastMove(ctx, recordId)) || "Somebody changed this record a moment ago."
  return new AppError("conflict", `${sentence} Your change was not made; look at the record again.`)
}

/** Throws what a rule refused; where it refused the state, it says who brought the record there. */
export async function insistOn(ctx: Ctx, refusal: Refusal | null, recordId: string): Promise<void> {
  if (!refusal) return
  if (refusal.code !== "conflict") throw new AppError(refusal.code, refusal.message)
  throw new AppError("conflict", [await lastMove(ctx, recordId), refusal.message].filter(Boolean).join(" "))
}
