import { z } from "zod"

export const RetryMail = z.object({ mailId: z.uuid() })
export type RetryMail = z.output<typeof RetryMail>
