import { z } from "zod"
import { canonicalEmail, emailProblem } from "@/lib/platform/email"
import { lineOrNull, linesOrNone, wholeNumber } from "@/lib/platform/form-shapes"
import { stakeholderRoles } from "./rules"

export const stakeNouns = ["lead", "opportunity", "account"] as const
export type StakeNoun = (typeof stakeNouns)[number]

const email = z
  .string()
  .nullish()
  .transform((typed, check) => {
    if (!typed?.trim()) return null
    const problem = emailProblem(typed)
    if (problem === null) return canonicalEmail(typed)
    check.addIssue({ code: "custom", message: problem })
    return z.NEVER
  })

const fields = {
  role: z.enum(Object.keys(stakeholderRoles) as (keyof typeof stakeholderRoles)[], "Choose a role"),
  /** A contact of ours; then name and email are the contact's. */
  contactId: z
    .union([z.literal("").transform(() => null), z.uuid()])
    .nullish()
    .transform((id) => id ?? null),
  name: lineOrNull("name", 120),
  email,
  note: linesOrNone("note", 1000),
}

const ref = { stakeholderId: z.uuid(), version: wholeNumber("Reload the page and try again", 1, 2_147_483_647) }

export const AddStakeholder = z.object({ about: z.enum(stakeNouns), id: z.uuid(), ...fields })
export type AddStakeholder = z.output<typeof AddStakeholder>
export const EditStakeholder = z.object({ ...ref, ...fields })
export type EditStakeholder = z.output<typeof EditStakeholder>
export const StakeholderRef = z.object(ref)
export type StakeholderRef = z.output<typeof StakeholderRef>
