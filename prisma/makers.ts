import type { z } from "zod"
import type { Staff } from "@/lib/identity/actor"
import { secretOf } from "@/lib/identity/links"
import { roleName, type StaffRole } from "@/lib/identity/permissions"
import { submitRequest, theApplicant } from "@/lib/onboarding/submit-request"
import { type Ctx, inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { newId } from "@/lib/platform/ids"
import { closeAsLost, closeAsWon } from "@/lib/sync/close-opportunity"
import { approveProspect, rejectProspect } from "@/lib/sync/decide-in-commerce"
import { disqualifyLead } from "@/lib/sync/disqualify-lead"
import type { MapKey } from "@/lib/sync/maps"
import { mergeRecords } from "@/lib/sync/merge-records"
import { qualifyLead } from "@/lib/sync/qualify-lead"
import { reactivateLead } from "@/lib/sync/reactivate-lead"
import { reopenOpportunity } from "@/lib/sync/reopen-opportunity"
import { type CloseAsLost, type CloseAsWon, type DisqualifyLead, type MergeRecords, QualifyLead } from "@/lib/sync/schema"
import { setMap } from "@/lib/sync/set-map"
import { undoDecision } from "@/lib/sync/undo-decision"
import { unmergeRecords } from "@/lib/sync/unmerge-records"

/** A request as the public form hands it over; each call is another company. */
export type Request = Parameters<typeof submitRequest>[1]

/** A believable request; whatever matters to the caller is given. */
export function aRequest(given: Partial<Request> = {}): Request {
  const key = newId()
  const slug = key.slice(-8)
  const email = given.email ?? `ana.silva@atlantico-${slug}.example`
  return {
    firstName: "Ana",
    lastName: "Silva",
    typedEmail: email,
    phone: "+351265548210",
    companyName: `Atlântico Náutica ${slug}, Lda.`,
    website: `https://atlantico-${slug}.example`,
    taxId: null,
    country: "PT",
    street: "Rua do Porto de Pesca 114",
    street2: null,
    city: "Setúbal",
    stateProvince: null,
    postalCode: "2900-213",
    comments: "We supply yacht yards and the fishing fleet.",
    language: "en",
    at: "",
    submissionKey: key,
    startedAt: "",
    homepage: "",
    agree: true,
    ...given,
    email,
  }
}

/** A member of staff, who exists in the database and can act. */
export async function aStaff(staffRole: StaffRole, given: { name?: string; email?: string } = {}): Promise<Staff> {
  const id = newId()
  const name = given.name ?? `${roleName(staffRole)} ${id.slice(-4)}`
  const email = given.email ?? `${id.slice(-12)}@staff.example`
  await db.person.create({ data: { id, email, name, staffRole, createdAt: new Date() } })
  return { kind: "staff", id, name, email, role: roleName(staffRole), staffRole, sessionId: newId() }
}

/** Submits a request as the form would, and returns its prospect and lead. */
export async function aProspect(given: Partial<Request> = {}, now = new Date()) {
  const request = aRequest(given)
  const { number } = await inTransaction(theApplicant(request), (ctx) => submitRequest(ctx, request), now)
  const prospect = await db.prospect.findUniqueOrThrow({ where: { number } })
  return { ...prospect, leadId: prospect.leadId }
}

/** The lead of a new request. */
export async function aLead(given: Partial<Request> = {}, now = new Date()) {
  const prospect = await aProspect(given, now)
  return db.lead.findUniqueOrThrow({ where: { prospectId: prospect.id } })
}

export const qualify = (staff: Staff, leadId: string, given: Partial<z.input<typeof QualifyLead>> = {}, now = new Date()) =>
  inTransaction(staff, (ctx) => qualifyLead({ ...ctx, actor: staff }, QualifyLead.parse({ leadId, ...given })), now)

export const disqualify = (staff: Staff, leadId: string, given: Partial<DisqualifyLead> = {}, now = new Date()) =>
  inTransaction(
    staff,
    (ctx) => disqualifyLead({ ...ctx, actor: staff }, { leadId, statusReason: "lost", comment: null, noteToApplicant: null, ...given }),
    now,
  )

export const win = (staff: Staff, opportunityId: string, given: Partial<CloseAsWon> = {}, now = new Date()) =>
  inTransaction(
    staff,
    (ctx) => closeAsWon({ ...ctx, actor: staff }, { opportunityId, actualRevenue: null, closeDate: now, description: null, ...given }),
    now,
  )

export const lose = (staff: Staff, opportunityId: string, given: Partial<CloseAsLost> = {}, now = new Date()) =>
  inTransaction(
    staff,
    (ctx) =>
      closeAsLost(
        { ...ctx, actor: staff },
        {
          opportunityId,
          statusReason: "canceled",
          actualRevenue: null,
          closeDate: now,
          competitor: null,
          description: null,
          noteToApplicant: null,
          ...given,
        },
      ),
    now,
  )

export const approve = (staff: Staff, prospectId: string, now = new Date()) =>
  inTransaction(staff, (ctx) => approveProspect({ ...ctx, actor: staff }, { prospectId, noteToApplicant: null }), now)

export const reject = (staff: Staff, prospectId: string, now = new Date()) =>
  inTransaction(
    staff,
    (ctx) =>
      rejectProspect(
        { ...ctx, actor: staff },
        { prospectId, reason: "We cannot offer a partnership at this time.", noteToApplicant: null },
      ),
    now,
  )

export const reopen = (staff: Staff, opportunityId: string, now = new Date()) =>
  inTransaction(
    staff,
    (ctx) => reopenOpportunity({ ...ctx, actor: staff }, { opportunityId, reason: "They came back with better terms." }),
    now,
  )

export const reactivate = (staff: Staff, leadId: string, tellApplicant = false, now = new Date()) =>
  inTransaction(staff, (ctx) => reactivateLead({ ...ctx, actor: staff }, { leadId, tellApplicant }), now)

export const undo = (staff: Staff, decisionId: string, now = new Date()) =>
  inTransaction(staff, (ctx) => undoDecision({ ...ctx, actor: staff }, { decisionId }), now)

export const runMap = (staff: Staff, map: MapKey, run: "start" | "stop") =>
  inTransaction(staff, (ctx) => setMap({ ...ctx, actor: staff }, { map, run }))

/** The applicant's own moves, through the private status link. */
export async function asApplicant<Result>(
  prospectId: string,
  deed: (ctx: Ctx, input: { token: string }) => Promise<Result>,
  now = new Date(),
): Promise<Result> {
  const prospect = await db.prospect.findUniqueOrThrow({ where: { id: prospectId } })
  const link = await db.link.findFirstOrThrow({ where: { subjectId: prospectId, purpose: "request_status" } })
  return inTransaction(theApplicant(prospect), (ctx) => deed(ctx, { token: secretOf(link.id, link.purpose) }), now)
}

/** An open opportunity that came from a request. */
export async function anOpportunity(staff: Staff, given: Partial<Request> = {}, now = new Date()) {
  const lead = await aLead(given, now)
  const { opportunityId } = await qualify(staff, lead.id, {}, now)
  return db.opportunity.findUniqueOrThrow({ where: { id: opportunityId ?? "" } })
}

type Kind = MergeRecords["kind"]
const versionOf = async (kind: Kind, id: string): Promise<number> => {
  const asked = { where: { id }, select: { version: true } }
  const found = {
    lead: () => db.lead.findUnique(asked),
    account: () => db.account.findUnique(asked),
    contact: () => db.contact.findUnique(asked),
  }
  return (await found[kind]())?.version ?? 1
}

/** Merges a record into another, as they stand now. */
export async function merge(
  staff: Staff,
  kind: Kind,
  [primaryId, loserId]: [string, string],
  keeps: MergeRecords["keeps"] = {},
  now = new Date(),
  tells = false,
) {
  const versions = { primaryVersion: await versionOf(kind, primaryId), loserVersion: await versionOf(kind, loserId) }
  return inTransaction(staff, (ctx) => mergeRecords({ ...ctx, actor: staff }, { kind, primaryId, loserId, ...versions, keeps, tells }), now)
}

export const unmerge = (staff: Staff, mergeId: string, now = new Date()) =>
  inTransaction(staff, (ctx) => unmergeRecords({ ...ctx, actor: staff }, { mergeId }), now)
