import { z } from "zod"
import { cleanLine, cleanText } from "@/lib/platform/clean-text"
import { normaliseWebsite, websiteProblem } from "@/lib/platform/website"

const memo = z
  .string()
  .max(2000, "Keep this under 2,000 characters")
  .transform((text) => cleanText(text) || null)
  .nullable()
  .default(null)
const website = z
  .string()
  .default("")
  .transform((typed, check) => {
    const text = cleanLine(typed)
    const problem = text ? websiteProblem(text) : null
    if (!problem) return text ? normaliseWebsite(text) : null
    check.addIssue({ code: "custom", message: problem })
    return z.NEVER
  })
const name = z.string().transform(cleanLine).pipe(z.string().max(160, "Keep the name under 160 characters"))
const about = { website, strengths: memo, weaknesses: memo }

/** A competitor that is known already, by its id, or a new one by its name. */
export const AddCompetitor = z.object({
  opportunityId: z.uuid(),
  competitorId: z.union([z.uuid(), z.literal("").transform(() => null), z.null()]).default(null),
  name: name.default(""),
  ...about,
})
export type AddCompetitor = z.output<typeof AddCompetitor>

export const EditCompetitor = z.object({ competitorId: z.uuid(), name: name.pipe(z.string().min(1, "Enter the name")), ...about })
export type EditCompetitor = z.output<typeof EditCompetitor>

export const RemoveCompetitor = z.object({ opportunityId: z.uuid(), competitorId: z.uuid() })
export type RemoveCompetitor = z.output<typeof RemoveCompetitor>
