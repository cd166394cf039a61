import type { FieldChange } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { readMemberValues } from "../side-by-side/member-values"
import { planOverride } from "../side-by-side/override-plan"
import { writeValues } from "../side-by-side/write-values"
import { fieldsInForce, sectionsInForce } from "./rules"

/**
 * Lets a customer that was made for a new member begin with what the policy of the hierarchy says that all share, as its first Admin has it.
 * Returns what the customer was given, for its history.
 */
export async function shareWithNewcomer(ctx: Ctx, hierarchyId: string, customerId: string): Promise<FieldChange[]> {
  const { tx } = ctx
  const [policy, usual] = [
    await tx.hierarchy.findUniqueOrThrow({ where: { id: hierarchyId }, select: { driftFollowsDefault: true, driftSections: true } }),
    await tx.driftDefault.findUniqueOrThrow({ where: { id: 1 }, select: { sections: true } }),
  ]
  const inForce = sectionsInForce({ followsDefault: policy.driftFollowsDefault, sections: policy.driftSections }, usual.sections)
  const keys = fieldsInForce(inForce)
  if (keys.length === 0) return []
  const members = await readMemberValues(hierarchyId, keys, tx)
  const [admin] = members
  const newcomer = members.filter((member) => member.customerId === customerId)
  const [plan] = admin?.role === "admin" ? planOverride(admin, newcomer, keys) : []
  if (!plan) return []
  const { member, changes } = plan
  await writeValues(ctx, [
    { id: customerId, seen: member.version, values: Object.fromEntries(changes.map(({ field, to }) => [field, to])) },
  ])
  return changes
}
