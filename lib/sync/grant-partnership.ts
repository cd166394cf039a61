import { findPerson } from "@/lib/commerce/customers/find-person"
import { moveCustomer } from "@/lib/commerce/customers/move-customers"
import { openCustomers, organizationDraft, personDraft } from "@/lib/commerce/customers/open-customers"
import { saysWhereItBelongs } from "@/lib/commerce/hierarchies/change-belonging"
import { moveMember } from "@/lib/commerce/hierarchies/move-member"
import { openHierarchy } from "@/lib/commerce/hierarchies/open-hierarchy"
import { memberNames } from "@/lib/commerce/hierarchies/rules"
import { beforeDecision, moveProspect, type ProspectToJudge } from "@/lib/commerce/prospects/move-prospect"
import { ensurePerson } from "@/lib/identity/ensure-person"
import { makeLink } from "@/lib/identity/links"
import { postLetter } from "@/lib/mail/post-letter"
import type { Ctx } from "@/lib/platform/context"
import { env } from "@/lib/platform/env"
import { newId } from "@/lib/platform/ids"
import { fullName } from "@/lib/platform/party"
import { dayMs } from "@/lib/platform/zone"
import type { Decision } from "./decision"

type Words = { reason: string | null; noteToApplicant: string | null; salesStage: string | null }

/**
 * Commerce's half of an approval: both customers Active, the hierarchy with the requestor as Admin, the prospect Approved,
 * and the approval letter held for the send window. What exists is used; what is missing is made. `common` are the ids of the records that
 * the decision touched for every prospect.
 */
export async function grantPartnership(ctx: Ctx, decision: Decision, prospect: ProspectToJudge, words: Words, common: readonly string[]) {
  const begun = decision.touched.length
  const { organization, requestor } = await activateCustomers(ctx, decision, prospect)
  const hierarchy = await raiseHierarchy(ctx, decision, prospect, organization.id)
  const person = await ensurePerson(ctx, { email: prospect.email, name: fullName(prospect) })
  const memberId = await seatAdmin(ctx, decision, hierarchy, { customerId: requestor.id, personId: person.id, name: fullName(prospect) })
  decision.changed(
    "prospect",
    { kind: "prospect", id: prospect.id, label: prospect.number, version: prospect.version },
    beforeDecision(prospect),
    `Prospect ${prospect.number} Approved`,
  )
  await moveProspect(ctx, prospect, "approved", {
    decisionReason: words.reason,
    noteToApplicant: words.noteToApplicant,
    organizationId: organization.id,
    requestorId: requestor.id,
    hierarchyId: hierarchy.id,
    salesStage: words.salesStage,
    opportunityId: decision.refs.opportunityId ?? prospect.opportunityId,
  })
  const expiresAt = new Date(ctx.now.getTime() + env().INVITATION_DAYS * dayMs)
  const linkId = makeLink(ctx, { purpose: "set_password", personId: person.id, subjectId: memberId, expiresAt })
  postLetter(ctx, {
    letter: "prospect-approved",
    subjectId: `${decision.id}:${prospect.id}`,
    to: { address: prospect.email, name: fullName(prospect) },
    about: { prospectId: prospect.id, decisionId: decision.id, personId: person.id },
    linkId,
    decisionId: decision.id,
    recordIds: decision.recordIdsOf(prospect, begun, common),
    language: prospect.language,
    holdSeconds: env().SEND_WINDOW_SECONDS,
  })
  decision.receipt.mailed.push({ to: prospect.email, letter: "prospect-approved" })
  return { hierarchyNumber: hierarchy.number }
}

const selectCustomer = { id: true, number: true, version: true, status: true } as const

async function activateCustomers(ctx: Ctx, decision: Decision, prospect: ProspectToJudge) {
  const { tx, now } = ctx
  const find = (id: string | null) => (id ? tx.customer.findUnique({ where: { id }, select: selectCustomer }) : null)
  const knownOrganization = await find(prospect.organizationId)
  const knownRequestor = (await find(prospect.requestorId)) ?? (await findPerson(tx, prospect.email))
  const organizationRow = knownOrganization ? null : organizationDraft(prospect, "active", null, now)
  const organizationId = knownOrganization?.id ?? organizationRow?.id ?? ""
  const personRow = knownRequestor ? null : personDraft(prospect, organizationId, "active", null, now)
  const opened = await openCustomers(
    ctx,
    [organizationRow, personRow].flatMap((row) => row ?? []),
  )
  for (const [id, { number }] of opened) {
    const kind = id === organizationId ? "Organization" : "Person"
    decision.created("customer", { kind: "customer", id, label: number }, `Customer ${number}, ${kind}, Active`)
  }
  for (const customer of [knownOrganization, knownRequestor]) {
    if (!customer || customer.status === "active") continue
    await moveCustomer(ctx, customer, "active")
    const { number, status, ...rest } = customer
    decision.changed("customer", { kind: "customer", label: number, ...rest }, { status }, `Customer ${number} Active`)
  }
  return { organization: { id: organizationId }, requestor: { id: knownRequestor?.id ?? personRow?.id ?? "" } }
}

type Asked = { companyName: string; channel: string }

/** A new hierarchy is in the channel at which was asked; one that there is already joins it. */
async function raiseHierarchy(ctx: Ctx, decision: Decision, { companyName: name, channel }: Asked, organizationId: string) {
  const find = () =>
    ctx.tx.hierarchy.findUnique({
      where: { organizationId },
      select: { id: true, number: true, suspendedAt: true, version: true, inAllChannels: true, channels: true },
    })
  const found = await find()
  if (!found) {
    const made = await openHierarchy(ctx, { name, organizationId, belonging: { inAllChannels: false, channels: [channel] } })
    decision.created("hierarchy", { kind: "hierarchy", id: made.id, label: made.number }, `Customer hierarchy ${made.number}`)
    return made
  }
  // Two who approve at once, each from another channel, wait here, and so does Undo: each reads what the one before has written.
  await ctx.tx.$executeRaw`select 1 from commerce.hierarchy where id = ${found.id}::uuid for no key update`
  const known = (await find()) ?? found
  const { id, number, version, suspendedAt } = known
  const channels = await channelsWith(ctx, known, channel)
  const store = known.channels.includes(channel) || known.inAllChannels ? null : await nameOfChannel(ctx, channel)
  const isElsewhere = channels.join() !== known.channels.join()
  if (!suspendedAt && !isElsewhere) {
    decision.receipt.linked.push({ record: { kind: "hierarchy", id, label: number }, text: `Customer hierarchy ${number}` })
    return known
  }
  const before = { ...(suspendedAt ? { suspendedAt } : {}), ...(isElsewhere ? { channels: known.channels } : {}) }
  await ctx.tx.hierarchy.update({ where: { id }, data: { suspendedAt: null, channels, version: { increment: 1 } } })
  const text = [suspendedAt ? "runs again" : "", store ? `is in ${store}${suspendedAt ? "" : " too"}` : ""].filter(Boolean).join(" and ")
  decision.changed("hierarchy", { kind: "hierarchy", id, label: number, version }, before, `Customer hierarchy ${number} ${text}`)
  if (suspendedAt) await leaveOutArchived(ctx, decision, known)
  return known
}

/** Who was archived while the hierarchy was suspended is no user of it any more: approving it again lets nobody in who was let go. */
async function leaveOutArchived({ tx, now }: Ctx, decision: Decision, { id: hierarchyId, number }: { id: string; number: string }) {
  const seats = await tx.hierarchyMember.findMany({
    where: { hierarchyId, removedAt: null, customer: { status: "archived" } },
    select: { id: true, version: true, firstName: true, lastName: true, customer: { select: { firstName: true, lastName: true } } },
  })
  for (const { id, version, ...named } of seats) {
    await tx.hierarchyMember.update({ where: { id }, data: { removedAt: now, version: { increment: 1 } } })
    const label = fullName(memberNames(named))
    const text = `${label}, archived meanwhile, is no user of ${number} any more`
    decision.changed("hierarchyMember", { kind: "member", id, label, version }, { removedAt: null }, text)
  }
}

type Known = { id: string; suspendedAt: Date | null; inAllChannels: boolean; channels: string[] }

/** Where a hierarchy belongs once a request at a channel is approved. One that was suspended begins anew there, unless somebody said where it belongs. */
async function channelsWith({ tx }: Ctx, { id, suspendedAt, inAllChannels, channels }: Known, channel: string): Promise<string[]> {
  if (inAllChannels) return channels
  if (suspendedAt && !(await saysWhereItBelongs(tx, id))) return [channel]
  return channels.includes(channel) ? channels : [...channels, channel].sort()
}

const nameOfChannel = async ({ tx }: Ctx, code: string): Promise<string> =>
  (await tx.channel.findUniqueOrThrow({ where: { code }, select: { name: true } })).name

type Seat = { customerId: string; personId: string; name: string }

async function seatAdmin(
  ctx: Ctx,
  decision: Decision,
  hierarchy: { id: string; number: string },
  { customerId, personId, name }: Seat,
): Promise<string> {
  const known = await ctx.tx.hierarchyMember.findFirst({
    where: { hierarchyId: hierarchy.id, customerId, removedAt: null },
    select: {
      id: true,
      status: true,
      role: true,
      version: true,
      acceptedAt: true,
      disabledAt: true,
      disabledReason: true,
      disabledUntil: true,
      disabledByOwn: true,
      awaitsEnable: true,
    },
  })
  if (known) {
    if (known.status !== "disabled" && known.role === "admin") return known.id
    const { id, version, ...before } = known
    await moveMember(ctx, known, known.acceptedAt ? "active" : "pending", { role: "admin" })
    decision.changed("hierarchyMember", { kind: "member", id, label: name, version }, before, `${name} is Admin of ${hierarchy.number}`)
    return id
  }
  const id = newId()
  await ctx.tx.hierarchyMember.createMany({
    data: [{ id, hierarchyId: hierarchy.id, customerId, personId, role: "admin", status: "pending", invitedAt: ctx.now }],
  })
  decision.created("hierarchyMember", { kind: "member", id, label: name }, `${name} as Admin, Pending until the invitation is accepted`)
  return id
}
