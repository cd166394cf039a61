import { moveCustomer } from "@/lib/commerce/customers/move-customers"
import type { CustomerStatus } from "@/lib/commerce/customers/rules"
import { saysWhereItBelongs } from "@/lib/commerce/hierarchies/change-belonging"
import { endSeatSessions } from "@/lib/commerce/hierarchies/end-access"
import { moveMember } from "@/lib/commerce/hierarchies/move-member"
import { moveProspect, type ProspectToJudge } from "@/lib/commerce/prospects/move-prospect"
import type { Ctx } from "@/lib/platform/context"
import { standsFor } from "@/lib/platform/merged-record"
import type { Touched } from "./decision"
import { insistOnAdmin } from "./insist-on-admin"

/**
 * Commerce's half of reopening a decision: its prospects Pending, their customers as they were before, and after an approval
 * the hierarchy suspended and the sessions of its people ended. A hierarchy that another approved prospect shares stays; then only the seats that the approval made are taken away,
 * and the channels that it brought.
 */
export async function takeBackPartnership(ctx: Ctx, prospects: readonly ProspectToJudge[], touched: Touched[]): Promise<string[]> {
  for (const prospect of prospects)
    await moveProspect(ctx, prospect, "pending", { salesStage: prospect.leadId ? "Develop" : null, hierarchyId: null })
  const approved = prospects.filter(({ status }) => status === "approved")
  const suspended: string[] = []
  for (const hierarchyId of new Set(approved.flatMap((prospect) => prospect.hierarchyId ?? [])))
    suspended.push(...(await suspend(ctx, hierarchyId, approved, touched)))
  return [...suspended, ...(await restoreCustomers(ctx, touched))]
}

/** A customer that is a part of another since then stands for it; one that another approved request needs keeps its status. */
async function restoreCustomers(ctx: Ctx, touched: Touched[]): Promise<string[]> {
  const before = new Map<string, CustomerStatus>()
  for (const row of touched) {
    if (row.table !== "customer") continue
    const id = await standsFor(ctx.tx, row.id)
    if (!before.has(id)) before.set(id, row.before ? (String(row.before.status ?? "provisional") as CustomerStatus) : "provisional")
  }
  const elsewhere = { some: { status: "approved" as const } }
  const customers = await ctx.tx.customer.findMany({
    where: { id: { in: [...before.keys()] }, NOT: [{ organizationOf: elsewhere }, { requestorOf: elsewhere }] },
    select: { id: true, version: true, status: true },
  })
  for (const customer of customers) {
    const status = before.get(customer.id)
    if (status && status !== customer.status) await moveCustomer(ctx, customer, status)
  }
  return customers.map(({ id }) => id)
}

async function suspend(ctx: Ctx, hierarchyId: string, prospects: readonly ProspectToJudge[], touched: Touched[]): Promise<string[]> {
  const { tx, now } = ctx
  await tx.$executeRaw`select 1 from commerce.hierarchy where id = ${hierarchyId}::uuid for update`
  const isShared = (await tx.prospect.count({ where: { hierarchyId, status: "approved" } })) > 0
  const members = await tx.hierarchyMember.findMany({
    where: { hierarchyId, removedAt: null },
    select: { id: true, customerId: true, personId: true, version: true, status: true, disabledByOwn: true },
  })
  if (!isShared) {
    await tx.hierarchy.update({ where: { id: hierarchyId }, data: { suspendedAt: now, version: { increment: 1 } } })
    await endSeatSessions(ctx, members, "hierarchy suspended")
    return [hierarchyId, ...members.map(({ id }) => id)]
  }
  const seats = members.filter(
    ({ id, status, disabledByOwn }) =>
      (status !== "disabled" || disabledByOwn) &&
      touched.some((row) => row.table === "hierarchyMember" && row.id === id && row.before === null),
  )
  const numbers = prospects.map(({ number }) => number).join(", ")
  for (const seat of seats)
    await moveMember(ctx, seat, "disabled", { disabledReason: `${numbers} ${prospects.length === 1 ? "was" : "were"} reopened` })
  await insistOnAdmin(tx, [hierarchyId])
  await endSeatSessions(ctx, seats, "approval reopened")
  await leaveChannels(ctx, hierarchyId, prospects, touched)
  return [hierarchyId, ...seats.map(({ id }) => id)]
}

/** A hierarchy leaves the channels that the approval brought and no other approved request was sent at, unless somebody has said since where it belongs. */
async function leaveChannels({ tx }: Ctx, hierarchyId: string, prospects: readonly ProspectToJudge[], touched: Touched[]): Promise<void> {
  const brought = touched.filter(({ table, id }) => table === "hierarchy" && id === hierarchyId)
  const hadBefore = (code: string) => brought.every(({ before }) => before !== null && !broughtBy(before, code))
  const { channels } = await tx.hierarchy.findUniqueOrThrow({ where: { id: hierarchyId }, select: { channels: true } })
  const asked = await tx.prospect.findMany({ where: { hierarchyId, status: "approved" }, select: { channel: true }, distinct: ["channel"] })
  const left = prospects.flatMap(({ channel }) =>
    channels.includes(channel) && !hadBefore(channel) && !asked.some((other) => other.channel === channel) ? [channel] : [],
  )
  const stay = channels.filter((code) => !left.includes(code))
  if (left.length === 0 || stay.length === 0 || (await saysWhereItBelongs(tx, hierarchyId))) return
  await tx.hierarchy.update({ where: { id: hierarchyId }, data: { channels: stay, version: { increment: 1 } } })
}

const broughtBy = ({ channels }: Record<string, unknown>, code: string) => Array.isArray(channels) && !channels.includes(code)
