import { memberRoles } from "@/lib/commerce/hierarchies/rules"
import { openLink } from "@/lib/identity/links"
import { db, type Tx } from "@/lib/platform/db"

const selectPerson = { id: true, name: true, email: true, staffRole: true, passwordHash: true } as const

const selectMember = {
  id: true,
  role: true,
  status: true,
  version: true,
  customerId: true,
  customer: { select: { name: true } },
  hierarchy: { select: { id: true, number: true, name: true } },
} as const

/**
 * What an invitation's secret opens: the person it was mailed to, and the place with a partner that waits for them (null for staff).
 * Null when the link is unknown, used or out of date, when the person is disabled, or when the place was taken back. Nothing is used up.
 */
export async function openInvitation(token: string, now: Date, tx: Tx = db) {
  const link = await openLink(token, "set_password", now, tx)
  if (!link?.personId) return null
  const person = await tx.person.findFirst({ where: { id: link.personId, disabledAt: null }, select: selectPerson })
  if (!person) return null
  if (!link.subjectId) return { linkId: link.id, person, member: null }
  const stands = { id: link.subjectId, personId: person.id, status: "pending", removedAt: null, hierarchy: { suspendedAt: null } } as const
  const member = await tx.hierarchyMember.findFirst({ where: stands, select: selectMember })
  return member && { linkId: link.id, person, member }
}

export type OpenInvitation = NonNullable<Awaited<ReturnType<typeof openInvitation>>>

export type InvitationView = { email: string; hasPassword: boolean; organization: string | null; role: string | null }

/** An invitation as its page shows it, or null when there is nothing to accept. */
export async function getInvitation(token: string): Promise<InvitationView | null> {
  const invitation = await openInvitation(token, new Date())
  if (!invitation) return null
  const { person, member } = invitation
  return {
    email: person.email,
    hasPassword: person.passwordHash !== null,
    organization: member?.hierarchy.name ?? null,
    role: member ? memberRoles[member.role] : null,
  }
}
