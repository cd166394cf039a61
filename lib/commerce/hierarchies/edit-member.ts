import type { Ctx } from "@/lib/platform/context"
import { searchText } from "@/lib/platform/fold"
import { overtaken } from "@/lib/platform/overtaken"
import { fullName } from "@/lib/platform/party"
import { auditMember } from "./audit-member"
import { giveRole } from "./change-member-role"
import { type LockedHierarchy, type LockedMember, lockHierarchy, memberOf } from "./lock-hierarchy"
import type { EditMember } from "./schema"

/** Changes a member's name and role; what is as it was leaves no trace. */
export async function editMember(ctx: Ctx, { hierarchyId, memberId, role, ...names }: EditMember) {
  const hierarchy = await lockHierarchy(ctx, hierarchyId)
  const member = memberOf(hierarchy, memberId)
  const name = fullName(names)
  if (name !== member.name) await renameMember(ctx, hierarchy, member, names)
  if (role !== member.role) await giveRole(ctx, hierarchy, { ...member, name }, role)
  return { memberId, name }
}

type Names = { firstName: string; lastName: string }

async function renameMember(ctx: Ctx, hierarchy: LockedHierarchy, member: LockedMember, names: Names): Promise<void> {
  const { tx } = ctx
  const select = { id: true, number: true, email: true, phone: true, organizationId: true, version: true } as const
  const customer = await tx.customer.findUniqueOrThrow({ where: { id: member.customerId }, select })
  // One address is one customer: somebody who orders for another organization too keeps the name that they have there.
  if (!hierarchy.organizationIds.has(customer.organizationId ?? "")) {
    await tx.hierarchyMember.update({ where: { id: member.id }, data: names })
    auditMember(ctx, hierarchy, { ...member, name: fullName(names) }, { move: "member.edit", from: member.name, to: fullName(names) })
    return
  }
  const name = fullName(names)
  const search = searchText(name, customer.email, customer.phone, customer.number)
  const renamed = await tx.customer.updateMany({
    where: { id: customer.id, version: customer.version },
    data: { ...names, name, searchText: search, version: { increment: 1 } },
  })
  if (renamed.count === 0) throw await overtaken(ctx, member.id)
  await tx.person.updateMany({ where: { id: member.personId, staffRole: null }, data: { name, version: { increment: 1 } } })
  auditMember(ctx, hierarchy, { ...member, name }, { move: "member.edit", from: member.name, to: name })
}
