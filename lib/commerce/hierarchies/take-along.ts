import { ensurePeople } from "@/lib/identity/ensure-person"
import type { Ctx } from "@/lib/platform/context"
import { newId } from "@/lib/platform/ids"
import { moveCustomer } from "../customers/move-customers"
import type { CustomerStatus } from "../customers/rules"
import type { MemberRole } from "./rules"

/** A Person customer who can be a member: everybody of an organization with an address; one address is one customer. */
export type Eligible = { id: string; number: string; name: string; email: string; status: CustomerStatus; version: number }

/** The Person customers of an organization who can be members, by name. */
export async function eligiblePeople({ tx }: Pick<Ctx, "tx">, organizationId: string): Promise<Eligible[]> {
  const people = await tx.customer.findMany({
    where: { organizationId, type: "person", status: { not: "archived" } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, number: true, name: true, email: true, status: true, version: true },
  })
  return people.flatMap(({ email, ...person }) => (email ? [{ ...person, email }] : []))
}

export type Taken = { memberId: string; personId: string; customerId: string }
type Along = { hierarchyId: string; outletId?: string | null }

/**
 * Seats Person customers in a hierarchy, all in three statements: the one who becomes Admin is Pending and to be invited, the others are Users who wait
 * until somebody enables them. Who is provisional becomes Active.
 */
export async function takeAlong(
  ctx: Ctx,
  { hierarchyId, outletId = null }: Along,
  people: readonly Eligible[],
  adminId: string | null,
): Promise<Taken[]> {
  const persons = await ensurePeople(ctx, people)
  const seats = people.map(({ id, email }) => {
    const role: MemberRole = id === adminId ? "admin" : "user"
    return { memberId: newId(), personId: persons.get(email) ?? "", customerId: id, role }
  })
  await ctx.tx.hierarchyMember.createMany({
    data: seats.map(({ memberId, ...seat }) => ({
      id: memberId,
      hierarchyId,
      outletId,
      ...seat,
      status: "pending" as const,
      awaitsEnable: seat.role === "user",
      invitedAt: ctx.now,
    })),
  })
  for (const person of people) if (person.status !== "active") await moveCustomer(ctx, person, "active")
  return seats
}
