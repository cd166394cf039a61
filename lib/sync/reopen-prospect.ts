import { getProspectToJudge } from "@/lib/commerce/prospects/move-prospect"
import { refusalToReopen } from "@/lib/commerce/prospects/rules"
import type { Staff } from "@/lib/identity/actor"
import { cancelHeldBack } from "@/lib/mail/log/cancel-held-back"
import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { insistOn } from "@/lib/platform/overtaken"
import type { ReopenProspect } from "./schema"
import { touchedRows } from "./standing-decision"
import { takeBackPartnership } from "./take-back-partnership"

/** Opens a request again that was rejected, or that expired, in Commerce alone. It is Pending, and does not expire by itself a second time. */
export async function reopenProspect(ctx: Ctx & { actor: Staff }, { prospectId, reason }: ReopenProspect) {
  const { tx } = ctx
  const prospect = await getProspectToJudge(ctx, prospectId)
  await insistOn(ctx, refusalToReopen(prospect, ctx.actor.staffRole), prospectId)
  const standing = await tx.decision.findFirst({
    where: { prospectId, kind: "reject", undoneAt: null },
    orderBy: { at: "desc" },
    select: { id: true, touched: true },
  })
  const touched = await takeBackPartnership(ctx, [prospect], standing ? touchedRows(standing.touched) : [])
  if (standing) await cancelHeldBack(tx, standing.id)
  const record = { kind: "prospect" as const, id: prospectId, label: prospect.number }
  auditMove(ctx, { move: "prospect.reopen", record, from: prospect.status, to: "pending", reason, touched })
  return { prospectId }
}
