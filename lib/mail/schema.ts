import { z } from "zod"
import { lineOf } from "@/lib/platform/form-shapes"

export const MailRef = z.object({ mailId: z.uuid() })
export type MailRef = z.output<typeof MailRef>

export const CancelMail = z.object({ mailId: z.uuid(), reason: lineOf("reason", 300, "Say why") })
export type CancelMail = z.output<typeof CancelMail>

export const AddressRef = z.object({ blockId: z.uuid() })
export type AddressRef = z.output<typeof AddressRef>
