import { announce } from "@/lib/platform/announce"
import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { AppError, insist, notFound } from "@/lib/platform/errors"
import { belongingWords } from "./belonging"
import { insistOnBelonging } from "./change-belonging"
import { refusalToHead, refusalWithoutPeople } from "./create-rules"
import { openHierarchy } from "./open-hierarchy"
import type { CreateHierarchy } from "./schema"
import { eligiblePeople, takeAlong } from "./take-along"

/**
 * Creates a hierarchy from customers that exist: the chosen person is its Admin and is invited, the organization's other people become Users,
 * Pending until somebody enables them.
 */
export async function createHierarchy(ctx: Ctx, { organizationId, name, adminId, belonging }: CreateHierarchy) {
  // Two who create at once wait here; the second reads that there is one.
  await ctx.tx.$executeRaw`select 1 from commerce.customer where id = ${organizationId}::uuid for update`
  const organization = await ctx.tx.customer.findUnique({
    where: { id: organizationId },
    select: {
      name: true,
      number: true,
      type: true,
      status: true,
      hierarchies: { select: { number: true } },
      outlet: { select: { hierarchy: { select: { number: true } } } },
    },
  })
  if (!organization) throw notFound("customer")
  const { hierarchies, outlet, ...said } = organization
  insist(refusalToHead({ ...said, heads: hierarchies[0]?.number ?? null, outletOf: outlet?.hierarchy.number ?? null }))
  const people = await eligiblePeople(ctx, organizationId)
  insist(refusalWithoutPeople(organization.name, people.length))
  const admin = people.find(({ id }) => id === adminId)
  if (!admin) {
    const message = `Choose one of the people of ${organization.name} as Admin.`
    throw new AppError("invalid", message, { fields: { adminId: message } })
  }
  const names = await insistOnBelonging(ctx, belonging, null)
  const { id, number } = await openHierarchy(ctx, { name, organizationId, belonging })
  const seats = await takeAlong(ctx, { hierarchyId: id }, people, adminId)
  const first = seats.find(({ customerId }) => customerId === adminId)
  if (first) announce(ctx, "member.invited", { memberId: first.memberId, personId: first.personId })
  const record = { kind: "hierarchy" as const, id, label: number }
  auditMove(ctx, {
    move: "hierarchy.create",
    record,
    to: name,
    reason: `In ${belongingWords(belonging, names)}. ${admin.name} is its Admin${people.length > 1 ? `; ${counted(people.length - 1)} until enabled` : ""}.`,
    touched: [organizationId, ...people.map((person) => person.id)],
  })
  return { hierarchyId: id, number, name }
}

const counted = (others: number): string => (others === 1 ? "1 other is a User, Pending" : `${others} others are Users, Pending`)
