import { followParty } from "@/lib/commerce/customers/follow-party"
import { moveCustomer } from "@/lib/commerce/customers/move-customers"
import type { CustomerStatus } from "@/lib/commerce/customers/rules"
import { endAccess, endSeatSessions } from "@/lib/commerce/hierarchies/end-access"
import type { Ctx } from "@/lib/platform/context"
import type { Tx } from "@/lib/platform/db"
import { fullName } from "@/lib/platform/party"
import { runningMaps } from "./maps"
import { pointersOf } from "./merge-pointers"
import type { MergeRecord } from "./merge-record"
import { moveRows, type Row, readRow, takeRivals, takeRow } from "./merge-rows"
import type { MergeRow } from "./read-merge"

type PartyKind = "account" | "contact"
const table = "commerce.customer"
export const partyMaps = { account: "accounts_customers", contact: "contacts_customers" } as const

/** Locks the customers of two parties and the hierarchies that they sit in, until commit. */
export async function lockCustomers(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx.$executeRaw`select 1 from commerce.customer where id = any(${[...ids]}::uuid[]) order by id for update`
  await tx.$executeRaw`
    select 1 from commerce.hierarchy h where h.organization_id = any(${[...ids]}::uuid[])
      or h.id in (select hierarchy_id from commerce.hierarchy_member where customer_id = any(${[...ids]}::uuid[])) order by h.id for update`
}

/** Of two statuses the one that promises more. */
const further: Record<CustomerStatus, number> = { archived: 0, provisional: 1, active: 2 }

/**
 * Makes two customers one: the number of the party that stays stays, and people, prospects, memberships and the hierarchy follow it. Where only the other
 * party had a customer, that one is now the counterpart of the party that stays. Returns the customer of the party, and whether its details are to be written anew.
 */
export async function mergeCustomers(ctx: Ctx, merge: MergeRecord, kind: PartyKind, primary: MergeRow, loser: MergeRow) {
  const { tx } = ctx
  const [kept, given] = [primary.customerId, loser.customerId]
  if (!given) return { customerId: kept, numbered: {} }
  const customer = await tx.customer.findUniqueOrThrow({ where: { id: given }, select: { id: true, number: true, status: true } })
  if (!kept) {
    await merge.watch(tx, table, given, customer.number)
    await tx.customer.update({ where: { id: given }, data: { salesId: primary.id, version: { increment: 1 } } })
    merge.carry(
      ctx,
      partyMaps[kind],
      "link",
      { kind, id: primary.id, label: primary.label },
      { kind: "customer", id: given, label: customer.number },
    )
    return { customerId: given, numbered: { customerId: given, customerNumber: customer.number } }
  }
  const stays = await tx.customer.findUniqueOrThrow({
    where: { id: kept },
    select: { id: true, number: true, status: true, version: true },
  })
  await merge.watch(tx, table, kept, stays.number)
  await mergeSeats(ctx, merge, kept, given)
  for (const pointer of pointersOf(table)) {
    merge.taken.push(...(await takeRivals(tx, pointer, given, kept)))
    merge.moved.push(await moveRows(tx, pointer, given, kept))
  }
  merge.bury("customer", await takeRow(tx, table, given), customer.number, { id: kept, label: stays.number })
  if (further[customer.status] > further[stays.status]) await moveCustomer(ctx, stays, customer.status)
  merge.carry(
    ctx,
    partyMaps[kind],
    "merge",
    { kind, id: primary.id, label: primary.label },
    { kind: "customer", id: kept, label: stays.number },
  )
  return { customerId: kept, numbered: {} }
}

/** One person has one seat in a hierarchy, and one sign-in: of two seats in one the given one goes, and the others follow the sign-in that stays. */
async function mergeSeats(ctx: Ctx, merge: MergeRecord, kept: string, given: string): Promise<void> {
  const { tx, now } = ctx
  const select = { id: true, hierarchyId: true, personId: true, customerId: true, hierarchy: { select: { number: true } } } as const
  const seats = await tx.hierarchyMember.findMany({ where: { customerId: { in: [kept, given] }, removedAt: null }, select })
  const theirs = seats.filter(({ customerId }) => customerId === kept)
  const [signIn] = theirs
  for (const seat of seats.filter(({ customerId }) => customerId === given)) {
    await merge.watch(tx, "commerce.hierarchy_member", seat.id, `The seat in ${seat.hierarchy.number}`)
    if (theirs.some(({ hierarchyId }) => hierarchyId === seat.hierarchyId)) {
      await tx.hierarchyMember.update({ where: { id: seat.id }, data: { removedAt: now, version: { increment: 1 } } })
      await endAccess(ctx, [seat], "merged with another user of the organization")
    } else if (signIn) {
      await tx.hierarchyMember.update({ where: { id: seat.id }, data: { personId: signIn.personId, version: { increment: 1 } } })
      await endSeatSessions(ctx, [seat], "merged with another user")
    }
    merge.touched.add(seat.hierarchyId)
  }
}

const address = (row: Row) => ({
  country: text(row.country),
  street: text(row.street),
  street2: text(row.street2),
  city: text(row.city),
  stateProvince: text(row.stateProvince),
  postalCode: text(row.postalCode),
})
const text = (value: unknown): string | null => (typeof value === "string" ? value : null)

/** What a customer carries of its party. */
export const partyDetails = {
  account: (row: Row) => ({
    name: text(row.name) ?? "",
    email: text(row.email),
    phone: text(row.phone),
    website: text(row.website),
    taxId: text(row.taxId),
    ...address(row),
  }),
  contact: (row: Row) => {
    const [firstName, lastName] = [text(row.firstName) ?? "", text(row.lastName) ?? ""]
    const name = fullName({ firstName, lastName })
    return { name, firstName, lastName, email: text(row.email), phone: text(row.phone), language: text(row.language) ?? "en" }
  },
}

/** Carries the chosen details to the customer of the party that stays, while its map runs. */
export async function carryDetails(ctx: Ctx, merge: MergeRecord, kind: PartyKind, party: MergeRow, customerId: string): Promise<void> {
  if (!(await runningMaps(ctx.tx)).has(partyMaps[kind])) return
  const before = await readRow(ctx.tx, table, customerId)
  await merge.watch(ctx.tx, table, customerId, String(before?.number))
  const seat = await ctx.tx.hierarchyMember.findFirst({ where: { customerId, removedAt: null }, select: { personId: true } })
  if (seat) await merge.watch(ctx.tx, "platform.person", seat.personId, "The sign-in")
  const { number } = await followParty(ctx, customerId, partyDetails[kind](party))
  merge.carry(
    ctx,
    partyMaps[kind],
    "update",
    { kind, id: party.id, label: party.label },
    { kind: "customer", id: customerId, label: number },
  )
}
