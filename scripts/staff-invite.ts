import { parseArgs } from "node:util"
import { z } from "zod"
import { inviteStaff } from "@/lib/identity/invite-staff"
import { linkAddress, makeLink } from "@/lib/identity/links"
import { roleName, staffRoles } from "@/lib/identity/permissions"
import { inTransaction, theSystem } from "@/lib/platform/context"
import { canonicalEmail, emailProblem } from "@/lib/platform/email"
import { env } from "@/lib/platform/env"
import { dayMs } from "@/lib/platform/zone"

const usage = `npm run staff:invite -- --email ana@example.com --role administrator [--name "Ana Silva"] [--print-link]
Roles: ${staffRoles.join(", ")}`

const Invitation = z.object({
  email: z.string("--email is missing").superRefine((typed, check) => {
    const problem = emailProblem(typed)
    if (problem) check.addIssue({ code: "custom", message: `--email: ${problem}` })
  }),
  role: z.enum(staffRoles, `--role is one of ${staffRoles.join(", ")}`),
  name: z.string().trim().max(120, "--name is too long").default(""),
  "print-link": z.boolean().default(false),
})

function fail(lines: string[]): never {
  console.error([...lines, "", usage].join("\n"))
  process.exit(1)
}

function readArguments() {
  try {
    const text = { type: "string" } as const
    return parseArgs({ options: { email: text, role: text, name: text, "print-link": { type: "boolean" } } }).values
  } catch (error) {
    return fail([error instanceof Error ? error.message : String(error)])
  }
}

const read = Invitation.safeParse(readArguments())
if (!read.success) fail(read.error.issues.map(({ message }) => message))
const { role, "print-link": isLinkWanted } = read.data
const email = canonicalEmail(read.data.email)
const name = read.data.name || email.slice(0, email.indexOf("@"))

const linkId = await inTransaction(theSystem, async (ctx) => {
  const { personId } = await inviteStaff(ctx, { email, name, role })
  const expiresAt = new Date(ctx.now.getTime() + env().INVITATION_DAYS * dayMs)
  return isLinkWanted ? makeLink(ctx, { purpose: "set_password", personId, expiresAt }) : null
})

console.log(`${email} is invited as ${roleName(role)}. The worker sends the letter.`)
if (linkId) console.log(`Set a password within ${env().INVITATION_DAYS} days: ${linkAddress(linkId, "set_password")}`)
process.exit(0)
