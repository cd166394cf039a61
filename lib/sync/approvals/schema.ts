import { z } from "zod"

export const ApprovalRef = z.object({ approvalId: z.uuid() })
export type ApprovalRef = z.output<typeof ApprovalRef>

export const SendBack = ApprovalRef.extend({
  reason: z.string().trim().min(1, "Say why; whoever asked reads it").max(2000, "Keep this under 2000 characters"),
})
export type SendBack = z.output<typeof SendBack>
