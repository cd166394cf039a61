import type { Staff } from "@/lib/identity/actor"
import type { Ctx } from "@/lib/platform/context"
import { insistOn, overtaken } from "@/lib/platform/overtaken"
import { assignProspects, ownerOfProspects } from "./assign-prospects"
import { getProspectToJudge } from "./move-prospect"
import { refusalToAssign } from "./rules"
import type { AssignProspect } from "./schema"

/** Gives a pending prospect an owner; from then on it is in the owner's view Mine. */
export async function assignProspect(ctx: Ctx & { actor: Staff }, { prospectId, ownerId, was }: AssignProspect) {
  const prospect = await getProspectToJudge(ctx, prospectId)
  await insistOn(ctx, refusalToAssign(prospect, ctx.actor.staffRole), prospectId)
  if (was !== undefined && prospect.ownerId !== was) throw await overtaken(ctx, prospectId)
  const to = await ownerOfProspects(ctx.tx, ownerId)
  const given = await assignProspects(ctx, [{ ...prospect, label: prospect.number, to }])
  if (given.size === 0) throw await overtaken(ctx, prospectId)
  return { ownerName: to.name }
}
