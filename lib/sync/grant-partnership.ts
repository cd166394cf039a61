import { findPerson } from "@/lib/commerce/customers/find-person"
import { moveCustomer } from "@/lib/commerce/customers/move-customers"
import { openCustomers, organizationDraft, personDraft } from "@/lib/commerce/customers/open-customers"
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
  const hierarchy = await raiseHierarchy(ctx, decision, prospect.companyName, organization.id)
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
  const expiresAt = new Date(ctx.now.getTime() + env().INVITATION_DAYS * 86_400_000)
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

async function raiseHierarchy(ctx: Ctx, decision: Decision, name: string, organizationId: string) {
  const known = await ctx.tx.hierarchy.findUnique({
    where: { organizationId },
    select: { id: true, number: true, suspendedAt: true, version: true },
  })
  if (!known) {
    const made = await openHierarchy(ctx, name, organizationId)
    decision.created("hierarchy", { kind: "hierarchy", id: made.id, label: made.number }, `Customer hierarchy ${made.number}`)
    return made
  }
  if (known.suspendedAt) {
    await ctx.tx.hierarchy.update({ where: { id: known.id }, data: { suspendedAt: null, version: { increment: 1 } } })
    const record = { kind: "hierarchy" as const, id: known.id, label: known.number, version: known.version }
    decision.changed("hierarchy", record, { suspendedAt: known.suspendedAt }, `Customer hierarchy ${known.number} runs again`)
    await leaveOutArchived(ctx, decision, known)
  } else {
    decision.receipt.linked.push({
      record: { kind: "hierarchy", id: known.id, label: known.number },
      text: `Customer hierarchy ${known.number}`,
    })
  }
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
