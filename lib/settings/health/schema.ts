import { z } from "zod"

/** The key of a check, or `all`. */
export const AskForChecks = z.object({ key: z.string().max(60) })
export type AskForChecks = z.output<typeof AskForChecks>
