import type { Staff } from "@/lib/identity/actor"
import { may } from "@/lib/identity/permissions"
import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { AppError } from "@/lib/platform/errors"
import { insistOn, overtaken } from "@/lib/platform/overtaken"
import { getLeadToJudge } from "./get-lead-to-judge"
import { refusalToAssign } from "./rules"
import type { AssignLead } from "./schema"

/** Gives an open lead an owner; from then on it is in the owner's My open leads. */
export async function assignLead(ctx: Ctx & { actor: Staff }, { leadId, ownerId, was }: AssignLead) {
  const lead = await getLeadToJudge(ctx.tx, leadId)
  await insistOn(ctx, refusalToAssign(lead, ctx.actor, ownerId), leadId)
  if (was !== undefined && lead.ownerId !== was) throw await overtaken(ctx, leadId)
  const owner = await ctx.tx.person.findFirst({
    where: { id: ownerId, disabledAt: null },
    select: { id: true, name: true, staffRole: true },
  })
  if (!owner || !may(owner.staffRole, "lead:take"))
    throw new AppError("invalid", "Choose somebody who works in Sales.", { fields: { ownerId: "Choose an owner" } })
  const assigned = await ctx.tx.lead.updateMany({
    where: { id: leadId, version: lead.version },
    data: { ownerId: owner.id, ownerName: owner.name, version: { increment: 1 } },
  })
  if (assigned.count === 0) throw await overtaken(ctx, leadId)
  auditMove(ctx, {
    move: "lead.assign",
    record: { kind: "lead", id: leadId, label: lead.companyName },
    from: lead.ownerName ?? "Unassigned",
    to: owner.name,
    changes: [{ field: "owner", from: lead.ownerName, to: owner.name }],
  })
  return { ownerName: owner.name }
}
