import { expect } from "vitest"
import { archiveCustomer, reactivateCustomer } from "@/lib/commerce/customers/archive-customer"
import { addMember } from "@/lib/commerce/hierarchies/add-member"
import { changeMemberRole } from "@/lib/commerce/hierarchies/change-member-role"
import { disableMember } from "@/lib/commerce/hierarchies/disable-member"
import { enableMember } from "@/lib/commerce/hierarchies/enable-member"
import { moveMember } from "@/lib/commerce/hierarchies/move-member"
import { removeMember } from "@/lib/commerce/hierarchies/remove-member"
import type { Staff } from "@/lib/identity/actor"
import { may, ownRole } from "@/lib/identity/permissions"
import { type Ctx, inTransaction, theSystem } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { AppError } from "@/lib/platform/errors"
import type { CustomerStatus, MemberRole, MemberStatus } from "@/prisma/generated/enums"
import { at, one, type World } from "./testing-model"

/** A place in a customer hierarchy, as the domain says it. */
export type Seat = {
  id: string
  hierarchyId: string
  customerId: string
  email: string
  role: MemberRole
  status: MemberStatus
  hasAccepted: boolean
  isSuspended: boolean
}

const ofWorld = ({ roads }: World) => ({ id: { in: roads.map(({ prospectId }) => prospectId) } })

async function readSeats(world: World): Promise<Seat[]> {
  const members = await db.hierarchyMember.findMany({
    where: { removedAt: null, hierarchy: { organization: { organizationOf: { some: ofWorld(world) } } } },
    orderBy: { id: "asc" },
    include: { hierarchy: { select: { suspendedAt: true } }, customer: { select: { email: true } } },
  })
  return members.map(({ id, hierarchyId, customerId, role, status, acceptedAt, hierarchy, customer }) => ({
    ...{ id, hierarchyId, customerId, role, status, email: customer.email ?? "" },
    ...{ hasAccepted: acceptedAt !== null, isSuspended: hierarchy.suspendedAt !== null },
  }))
}

/** Somebody has to be left who runs the organization: an Admin who is in, or while nobody is, one who is invited. */
const isOnlyAdmin = (seat: Seat, seats: readonly Seat[]): boolean =>
  seat.role === "admin" &&
  seat.status !== "disabled" &&
  !seats.some(
    (other) =>
      other.id !== seat.id &&
      other.hierarchyId === seat.hierarchyId &&
      other.role === "admin" &&
      (other.status === "active" || (other.status === "pending" && seat.status === "pending")),
  )

/** What the contract says of each move of a member: the seat afterwards, "gone", or null where the move is refused. */
export const seatMoves = {
  accept: (seat: Seat): Seat | null =>
    seat.status === "pending" && !seat.isSuspended ? { ...seat, status: "active", hasAccepted: true } : null,
  disable: (seat: Seat, seats: readonly Seat[]): Seat | null =>
    seat.status === "disabled" || isOnlyAdmin(seat, seats) ? null : { ...seat, status: "disabled" },
  enable: (seat: Seat): Seat | null =>
    seat.status !== "disabled" || seat.isSuspended ? null : { ...seat, status: seat.hasAccepted ? "active" : "pending" },
  "make admin": (seat: Seat): Seat | null => (seat.role === "admin" ? null : { ...seat, role: "admin" }),
  "make user": (seat: Seat, seats: readonly Seat[]): Seat | null =>
    seat.role === "user" || isOnlyAdmin(seat, seats) ? null : { ...seat, role: "user" },
  remove: (seat: Seat, seats: readonly Seat[]): "gone" | null => (isOnlyAdmin(seat, seats) ? null : "gone"),
}
type SeatMove = keyof typeof seatMoves

async function accept(ctx: Ctx, { memberId }: { memberId: string }) {
  const { version, status } = await ctx.tx.hierarchyMember.findUniqueOrThrow({ where: { id: memberId } })
  if (status !== "pending") throw new AppError("conflict", "Nobody is invited.")
  await moveMember(ctx, { id: memberId, version }, "active", { acceptedAt: ctx.now })
}

const commands: Record<SeatMove, (ctx: Ctx, seat: { hierarchyId: string; memberId: string }) => Promise<unknown>> = {
  accept,
  disable: (ctx, seat) => disableMember(ctx, { ...seat, reason: "On leave" }),
  enable: enableMember,
  "make admin": (ctx, seat) => changeMemberRole(ctx, { ...seat, role: "admin" }),
  "make user": (ctx, seat) => changeMemberRole(ctx, { ...seat, role: "user" }),
  remove: removeMember,
}

/** Whether a move was made or refused in words. */
const isDone = (move: Promise<unknown>): Promise<boolean> =>
  move.then(
    () => true,
    (error: unknown) => {
      if (error instanceof AppError) return false
      throw error
    },
  )

const customersOf = async (world: World, seats: readonly Seat[]) => {
  const prospects = await db.prospect.findMany({ where: ofWorld(world), select: { organizationId: true, requestorId: true } })
  const ids = [
    ...prospects.flatMap(({ organizationId, requestorId }) => [organizationId, requestorId]),
    ...seats.map((seat) => seat.customerId),
  ]
  return db.customer.findMany({
    where: { id: { in: ids.flatMap((id) => id ?? []) } },
    orderBy: { id: "asc" },
    select: { id: true, type: true, status: true, email: true, hierarchies: { select: { suspendedAt: true } } },
  })
}

/** What a road's own decision left is not as it left it any more. */
async function mix(world: World, where: { hierarchyId: string } | { customerId: string }): Promise<void> {
  const touched = await db.prospect.findMany({
    where: "hierarchyId" in where ? where : { OR: [{ organizationId: where.customerId }, { requestorId: where.customerId }] },
    select: { id: true },
  })
  for (const road of world.roads) if (touched.some(({ id }) => id === road.prospectId)) world.mixed.add(road)
}

type Chosen = { by: Staff; n: number }
const mayKeep = (by: Staff) => may(ownRole(by.staffRole), "member:edit")
const moveNames = Object.keys(seatMoves) as SeatMove[]

export const seatDeeds: Record<string, (world: World, chosen: Chosen) => Promise<void>> = {
  "move a member": async (world, { by, n }) => {
    if (!mayKeep(by)) return
    const seats = await readSeats(world)
    const seat = one(seats, n)
    const name = one(moveNames, Math.floor(n / 7))
    if (!seat || !name) return
    const after = name === "accept" && seat.isSuspended ? undefined : seatMoves[name](seat, seats)
    if (after === undefined) return
    const ref = { hierarchyId: seat.hierarchyId, memberId: seat.id }
    const done = await isDone(inTransaction(name === "accept" ? theSystem : by, (ctx) => commands[name](ctx, ref), at(world)))
    expect(done, `${name} ${JSON.stringify(seat)}`).toBe(after !== null)
    const expected = seats.flatMap((other) => (other.id !== seat.id || after === null ? other : after === "gone" ? [] : after))
    expect(await readSeats(world)).toEqual(expected)
    await mix(world, { hierarchyId: seat.hierarchyId })
  },
  "add a member": async (world, { by, n }) => {
    if (!mayKeep(by)) return
    const seats = await readSeats(world)
    const seat = one(seats, n)
    if (!seat) return
    const email = `user-${n % 3}@${world.mark}.example`
    const isIn = seats.some((other) => other.hierarchyId === seat.hierarchyId && other.email === email)
    const given = {
      hierarchyId: seat.hierarchyId,
      firstName: "Rui",
      lastName: `Costa ${n % 3}`,
      email,
      role: n % 2 ? ("user" as const) : ("admin" as const),
    }
    const done = await isDone(inTransaction(by, (ctx) => addMember(ctx, given), at(world)))
    expect(done).toBe(!isIn && !seat.isSuspended)
    const after = await readSeats(world)
    expect(after.filter(({ id }) => seats.some((other) => other.id === id))).toEqual(seats)
    const added = after.filter(({ id }) => !seats.some((other) => other.id === id))
    expect(added.map(({ role, status, hasAccepted }) => ({ role, status, hasAccepted }))).toEqual(
      done ? [{ role: given.role, status: "pending", hasAccepted: false }] : [],
    )
    await mix(world, { hierarchyId: seat.hierarchyId })
  },
  "archive or reactivate a customer": async (world, { by, n }) => {
    const seats = await readSeats(world)
    const customers = await customersOf(world, seats)
    const customer = one(customers, n)
    if (!customer) return
    const { id: customerId, status, type, email, hierarchies } = customer
    const isTied =
      hierarchies.some(({ suspendedAt }) => suspendedAt === null) ||
      seats.some((seat) => seat.customerId === customerId && !seat.isSuspended)
    const isTaken =
      type === "person" &&
      (await db.customer.count({ where: { type: "person", email, status: { not: "archived" }, id: { not: customerId } } })) > 0
    const mayDo = may(ownRole(by.staffRole), "customer:edit") && (status === "archived" ? !isTaken : !isTied)
    const move = inTransaction(
      by,
      (ctx) =>
        status === "archived"
          ? reactivateCustomer({ ...ctx, actor: by }, { customerId })
          : archiveCustomer({ ...ctx, actor: by }, { customerId, reason: "Out of business" }),
      at(world),
    )
    const done = await isDone(move)
    expect(done, `${status} ${type}`).toBe(mayDo)
    const after = await customersOf(world, seats)
    const possible: CustomerStatus[] = !done ? [status] : status === "archived" ? ["provisional", "active"] : ["archived"]
    for (const other of after)
      if (other.id === customerId) expect(possible).toContain(other.status)
      else expect(other).toEqual(customers.find(({ id }) => id === other.id))
    if (done) await mix(world, { customerId })
  },
}
