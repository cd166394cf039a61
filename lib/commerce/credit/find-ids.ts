import { Problem } from "@/lib/identity/api-keys/problem"
import { db } from "@/lib/platform/db"
import { canonicalEmail, emailProblem } from "@/lib/platform/email"
import { isRecordId } from "@/lib/platform/record-href"

export const noOrganization = (named: string) =>
  new Problem(
    404,
    "organization_not_found",
    "There is no such organization",
    `No partner organization has the id or customer number ${named}.`,
  )

export const noUser = (named: string) =>
  new Problem(404, "user_not_found", "There is no such user", `No user of this organization has the id or email ${named}.`)

/** The id of an organization that is named by it, or by its customer number. */
export async function findOrganizationId(named: string): Promise<string> {
  if (isRecordId(named)) return named.toLowerCase()
  const found = await db.customer.findFirst({ where: { number: named, type: "organization" }, select: { id: true } })
  if (!found) throw noOrganization(named)
  return found.id
}

/** The id of a user of an organization who is named by it, or by email. */
export async function findUserId(organizationId: string, named: string): Promise<string> {
  if (isRecordId(named)) return named.toLowerCase()
  if (emailProblem(named)) throw noUser(named)
  const found = await db.hierarchyMember.findFirst({
    where: { removedAt: null, hierarchy: { organizationId }, customer: { email: canonicalEmail(named) } },
    select: { id: true },
  })
  if (!found) throw noUser(named)
  return found.id
}
