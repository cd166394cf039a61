import { z } from "zod"
import { cleanLine, textProblem } from "@/lib/platform/clean-text"
import { canonicalEmail, emailProblem } from "@/lib/platform/email"
import { staffRoles } from "./permissions"

const role = z.enum(staffRoles, "Choose a role")

const name = z.string("Enter the name").transform((typed, check) => {
  const cleaned = cleanLine(typed)
  const problem = cleaned === "" ? "Enter the name" : textProblem(cleaned, { max: 100 })
  if (!problem) return cleaned
  check.addIssue({ code: "custom", message: cleaned === "" ? problem : `The name ${problem}` })
  return z.NEVER
})

const email = z.string("Enter the email").transform((typed, check) => {
  const problem = typed.trim() === "" ? "Enter the email" : emailProblem(typed)
  if (!problem) return canonicalEmail(typed)
  check.addIssue({ code: "custom", message: problem })
  return z.NEVER
})

export const InviteStaff = z.object({ name, email, role })
export type InviteStaff = z.output<typeof InviteStaff>

export const StaffRef = z.object({ personId: z.uuid() })
export type StaffRef = z.output<typeof StaffRef>

export const ChangeStaffRole = StaffRef.extend({ role })
export type ChangeStaffRole = z.output<typeof ChangeStaffRole>
