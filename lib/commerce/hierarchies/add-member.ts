import { ensurePerson } from "@/lib/identity/ensure-person"
import { announce } from "@/lib/platform/announce"
import { alsoChanged } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { AppError, insist, notFound } from "@/lib/platform/errors"
import { newId } from "@/lib/platform/ids"
import { fullName } from "@/lib/platform/party"
import { type FoundPerson, findPerson } from "../customers/find-person"
import { moveCustomer } from "../customers/move-customers"
import { openCustomers, personDraft } from "../customers/open-customers"
import { shareWithNewcomer } from "../drift/share-with-newcomer"
import { auditMember } from "./audit-member"
import { type LockedHierarchy, lockHierarchy } from "./lock-hierarchy"
import { refusalToAddAgainOwn } from "./rules"
import type { AddMember } from "./schema"
import { refusalWhileSuspended } from "./suspension"

type Given = Omit<AddMember, "outletId"> & { outletId?: string | null }

/**
 * Adds a user to a hierarchy, Pending until the invitation is accepted. The Person customer of the address is used where there is one,
 * under the name that this organization gives: whether somebody is a customer elsewhere is told to nobody. Who was removed before comes back with the
 * spending limits of then.
 * A customer that is new begins with what the drift policy says that all share. Refuses an address that is a member already, a hierarchy that is suspended,
 * and to an Admin of the organization somebody who was removed and whom the store had disabled then, or archived since.
 */
export async function addMember(ctx: Ctx, { hierarchyId, email, role, outletId = null, ...named }: Given) {
  const hierarchy = await lockHierarchy(ctx, hierarchyId)
  insist(refusalWhileSuspended(hierarchy))
  const worksAt = outletId ? hierarchy.outlets.find(({ id }) => id === outletId)?.customerId : hierarchy.organizationId
  if (!worksAt) throw notFound("outlet")
  const person = await ensurePerson(ctx, { email, name: fullName(named) })
  const known = hierarchy.members.find((member) => member.email === email || member.personId === person.id)
  if (known) {
    const message = `${known.name} is a user of this organization already.`
    throw new AppError("conflict", message, { fields: { email: message } })
  }
  // Two hierarchies that add one address at once wait here, so that it stays one customer.
  await ctx.tx.$executeRaw`select 1 from platform.person where id = ${person.id}::uuid for update`
  const found = await findPerson(ctx.tx, email)
  const before = await lastSeat(ctx, hierarchy, { personId: person.id, email })
  const name = fullName(named)
  if (before && ctx.actor.kind === "partner")
    insistOnNotShutOut({ ...before, name, isArchived: !found && before.customer.status === "archived" })
  const customer = await customerOf(ctx, found, worksAt, { ...named, email })
  const id = newId()
  const given = hierarchy.organizationIds.has(customer.organizationId ?? "") ? {} : named
  await ctx.tx.hierarchyMember.createMany({
    data: [
      { id, hierarchyId, outletId, customerId: customer.id, personId: person.id, ...given, role, status: "pending", invitedAt: ctx.now },
    ],
  })
  if (before?.spendingLimit) await ctx.tx.spendingLimit.create({ data: { memberId: id, ...before.spendingLimit } })
  auditMember(ctx, hierarchy, { id, name, customerId: customer.id }, { move: "member.invite", to: role })
  if (customer.newAs) {
    const changes = await shareWithNewcomer(ctx, hierarchyId, customer.id)
    if (changes.length > 0) alsoChanged(ctx, { record: { kind: "customer", id: customer.id, label: customer.newAs }, changes })
  }
  announce(ctx, "member.invited", { memberId: id, personId: person.id })
  return { memberId: id, name }
}

/** The seat from which somebody was removed last. */
const lastSeat = ({ tx }: Ctx, { id: hierarchyId }: LockedHierarchy, { personId, email }: { personId: string; email: string }) =>
  tx.hierarchyMember.findFirst({
    where: { hierarchyId, removedAt: { not: null }, OR: [{ personId }, { customer: { email } }] },
    orderBy: [{ removedAt: "desc" }, { id: "desc" }],
    select: {
      status: true,
      disabledByOwn: true,
      customer: { select: { status: true } },
      spendingLimit: { select: { storePerOrder: true, storePerMonth: true, ownPerOrder: true, ownPerMonth: true } },
    },
  })

function insistOnNotShutOut(removed: Parameters<typeof refusalToAddAgainOwn>[0]): void {
  const refusal = refusalToAddAgainOwn(removed)
  if (refusal) throw new AppError(refusal.code, refusal.message, { fields: { email: refusal.message } })
}

type Newcomer = { firstName: string; lastName: string; email: string }

/** `newAs`: the number of one that was made now; null of one that was there. */
type Found = { id: string; organizationId: string | null; newAs: string | null }

async function customerOf(ctx: Ctx, known: FoundPerson | null, organizationId: string, newcomer: Newcomer): Promise<Found> {
  if (known) {
    if (known.status !== "active") await moveCustomer(ctx, known, "active")
    return { id: known.id, organizationId: known.organizationId, newAs: null }
  }
  const { language } = await ctx.tx.customer.findUniqueOrThrow({ where: { id: organizationId }, select: { language: true } })
  const draft = personDraft({ ...newcomer, phone: null, language }, organizationId, "active", null, ctx.now)
  const opened = await openCustomers(ctx, [draft])
  return { id: draft.id, organizationId, newAs: opened.get(draft.id)?.number ?? null }
}
