import { z } from "zod"
import { lineOf } from "@/lib/platform/form-shapes"
import { openReasons } from "./rules"

/** `was`: the owner that was shown; where a colleague was faster, nothing is assigned. */
export const AssignLead = z.object({ leadId: z.uuid(), ownerId: z.uuid("Choose an owner"), was: z.uuid().nullable().optional() })
export type AssignLead = z.infer<typeof AssignLead>

export const MarkLead = z.object({ leadId: z.uuid(), as: z.enum(openReasons, "Choose New or Contacted") })
export type MarkLead = z.infer<typeof MarkLead>

const text = z.string().max(300).default("")

/** What is typed of a lead that is opened by hand; the fields judge it one by one. */
export const NewLead = z.object({
  company: text,
  firstName: text,
  lastName: text,
  jobTitle: text,
  email: text,
  phone: text,
  website: text,
  country: text,
  topic: text,
  source: z.string().max(40).default("other"),
  rating: z.string().max(40).default("warm"),
})
export type NewLead = z.output<typeof NewLead>

export const PauseTimers = z.object({ leadId: z.uuid(), reason: lineOf("reason", 200, "Say what you wait for") })
export type PauseTimers = z.output<typeof PauseTimers>

export const LeadRef = z.object({ leadId: z.uuid() })
export type LeadRef = z.output<typeof LeadRef>
