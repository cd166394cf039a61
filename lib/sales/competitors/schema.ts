import { z } from "zod"
import { cleanLine } from "@/lib/platform/clean-text"
import { lineOf, lineOrNull, linesOrNull } from "@/lib/platform/form-shapes"
import { normaliseWebsite, websiteProblem } from "@/lib/platform/website"

const memo = (name: string) => linesOrNull(name, 2000)
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
const about = { website, strengths: memo("strengths"), weaknesses: memo("weaknesses") }

/** A competitor that is known already, by its id, or a new one by its name. */
export const AddCompetitor = z.object({
  opportunityId: z.uuid(),
  competitorId: z.union([z.uuid(), z.literal("").transform(() => null), z.null()]).default(null),
  name: lineOrNull("name", 160).transform((name) => name ?? ""),
  ...about,
})
export type AddCompetitor = z.output<typeof AddCompetitor>

export const EditCompetitor = z.object({ competitorId: z.uuid(), name: lineOf("name", 160, "Enter the name"), ...about })
export type EditCompetitor = z.output<typeof EditCompetitor>

export const RemoveCompetitor = z.object({ opportunityId: z.uuid(), competitorId: z.uuid() })
export type RemoveCompetitor = z.output<typeof RemoveCompetitor>
