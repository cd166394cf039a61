import { z } from "zod"
import { linesOf } from "@/lib/platform/form-shapes"

export const ApprovalRef = z.object({ approvalId: z.uuid() })
export type ApprovalRef = z.output<typeof ApprovalRef>

const reason = linesOf("reason", 2000, "Say why; whoever asked reads it")
export const SendBack = ApprovalRef.extend({ reason })
export type SendBack = z.output<typeof SendBack>

/** So many are answered at once. */
export const mostAnswered = 100
/** As a list, or as a form has them: one line with commas. */
export const ApprovalRefs = z.object({
  approvalIds: z
    .union([z.array(z.string()), z.string().transform((text) => text.split(",").filter(Boolean))])
    .pipe(z.array(z.uuid()).min(1).max(mostAnswered)),
})
export type ApprovalRefs = z.output<typeof ApprovalRefs>

export const SendBackMany = ApprovalRefs.extend({ reason })
export type SendBackMany = z.output<typeof SendBackMany>
