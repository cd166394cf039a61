import { z } from "zod"

const id = z.uuid()

/** Every fact that the house can announce. Payloads are ids: whoever reacts reads today's truth. */
export const facts = {
  "member.invited": z.object({ memberId: id, personId: id }),
  "member.removed": z.object({ memberId: id, personId: id }),
  "password.reset_requested": z.object({ personId: id }),
  "staff.invited": z.object({ personId: id }),
} as const

export type FactName = keyof typeof facts
export type FactPayload<Name extends FactName> = z.infer<(typeof facts)[Name]>
