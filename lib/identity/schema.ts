import { z } from "zod"
import { canonicalEmail, emailProblem } from "@/lib/platform/email"
import { staffRoles } from "./permissions"

const email = z.string().trim().min(1, "Enter your email").max(200, "Enter a shorter email")

/** An address as it was typed becomes the one by which people are told apart. */
const plainEmail = email.transform((typed, check) => {
  const problem = emailProblem(typed)
  if (problem === null) return canonicalEmail(typed)
  check.addIssue({ code: "custom", message: problem })
  return z.NEVER
})

// Generous: how long a password may be is the rules' matter, and no page says why a sign-in failed.
const secret = (ask: string) => z.string().min(1, ask).max(1024, "The password is too long")

export const SignIn = z.object({ email, password: secret("Enter your password"), next: z.string().max(2000).optional() })
export type SignIn = z.output<typeof SignIn>

export const EnterAs = z.object({ role: z.enum(staffRoles) })

export const RequestPasswordReset = z.object({ email: plainEmail })

/** A link's secret and the password that was typed on its page. */
export const WithLink = z.object({ token: z.string().min(20).max(200), password: secret("Enter a password") })
export type WithLink = z.output<typeof WithLink>
