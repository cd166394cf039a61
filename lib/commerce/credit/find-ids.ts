import type { ApiCaller } from "@/lib/identity/api-keys/find-caller"
import { Problem } from "@/lib/identity/api-keys/problem"
import { db } from "@/lib/platform/db"
import { canonicalEmail, emailProblem } from "@/lib/platform/email"
import { isRecordId } from "@/lib/platform/record-href"
import { statement } from "@/lib/platform/statement"
import { insistOnDone } from "./problems"

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

const reaching = statement<{ reaches: boolean }>(
  "select commerce.key_reaches($1::uuid, $2::uuid) or commerce.key_was_promised($1::uuid, $3::uuid) as reaches",
)

/**
 * Refuses a key that is held to one channel to read of an organization that belongs to others, unless it reads of an authorization that its channel
 * was given. What it writes, the ledger itself refuses.
 */
export async function insistOnReach(
  { keyId, channel }: ApiCaller,
  organizationId: string,
  authorizationId: string | null = null,
): Promise<void> {
  if (channel === null) return
  const [answer] = await reaching(db, [keyId, organizationId, authorizationId])
  if (!answer?.reaches) insistOnDone({ code: "channel_not_allowed" })
}

/** The id of a user of an organization who is named by it, or by email; null where it has none of that email. */
export async function findUserId(organizationId: string, named: string): Promise<string | null> {
  if (isRecordId(named)) return named.toLowerCase()
  if (emailProblem(named)) return null
  const found = await db.hierarchyMember.findFirst({
    where: { removedAt: null, hierarchy: { organizationId }, customer: { email: canonicalEmail(named) } },
    select: { id: true },
  })
  return found?.id ?? null
}
