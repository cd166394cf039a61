import { z } from "zod"

const id = z.uuid()

/** Every fact that the house can announce. Payloads are ids: whoever reacts reads today's truth. */
export const facts = {
  /** Leads came in by any door: from a request, by hand, from a file. At most 500 at once; fewer are better, since all that follows is one transaction. */
  "leads.escalated": z.object({ personIds: z.array(id).min(1).max(200) }),
  "lead.arrived": z.object({ leadIds: z.array(id).min(1).max(500) }),
  /** An applicant confirmed the address of open leads. */
  "lead.confirmed": z.object({ leadIds: z.array(id).min(1).max(500) }),
  /** Requests came in from the public form, whether they have a lead or not. */
  "prospect.arrived": z.object({ prospectIds: z.array(id).min(1).max(500) }),
  /** The applicant of a request confirmed the address. */
  "prospect.confirmed": z.object({ prospectIds: z.array(id).min(1).max(500) }),
  /** When requests are reminded of and expire was changed. */
  "requests.changed": z.object({}),
  "member.invited": z.object({ memberId: id, personId: id }),
  "member.role_changed": z.object({ memberId: id }),
  "member.removed": z.object({ memberId: id, personId: id }),
  /** Terms of credit stand, given by one person or confirmed by the second. */
  "credit.changed": z.object({ termsId: id }),
  "credit.declined": z.object({ requestId: id }),
  "password.reset_requested": z.object({ personId: id }),
  "staff.invited": z.object({ personId: id }),
} as const

export type FactName = keyof typeof facts
export type FactPayload<Name extends FactName> = z.infer<(typeof facts)[Name]>
