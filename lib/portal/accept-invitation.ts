import { auditMember } from "@/lib/commerce/hierarchies/audit-member"
import { moveMember } from "@/lib/commerce/hierarchies/move-member"
import { actorOf } from "@/lib/identity/actor-of"
import { closeLinks, consumeLink } from "@/lib/identity/links"
import { endSessions } from "@/lib/identity/sessions"
import { spentLink } from "@/lib/identity/spent-link"
import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { type OpenInvitation, openInvitation } from "./invitation"

/**
 * Accepts an invitation once: the link is used up, and the place that it is about becomes Active. With `newHash` the person gets a first
 * password, other sessions end and links to a new one close; without it the person has proved the password that they have.
 */
export async function acceptInvitation(ctx: Ctx, { token, newHash }: { token: string; newHash: string | null }) {
  const { tx, now } = ctx
  const invitation = await openInvitation(token, now, tx)
  if (!invitation || !(await consumeLink(ctx, invitation.linkId))) throw spentLink()
  const { person, member } = invitation
  if (newHash) await setFirstPassword(ctx, person, newHash)
  if (member) {
    await moveMember(ctx, member, "active", { acceptedAt: now })
    const itself = { id: member.id, name: member.customer.name, customerId: member.customerId }
    auditMember({ ...ctx, actor: actorOf(person) }, member.hierarchy, itself, { move: "member.accept", from: "pending", to: "active" })
  } else if (newHash) {
    const record = { kind: "person" as const, id: person.id, label: person.name }
    auditMove({ ...ctx, actor: actorOf(person) }, { move: "password.set", record })
  }
  return { person: { id: person.id, name: person.name, email: person.email, staffRole: person.staffRole }, memberId: member?.id ?? null }
}

/** Only where there was none: a link that was forwarded to somebody else never changes a password that exists. */
async function setFirstPassword(ctx: Ctx, { id }: OpenInvitation["person"], passwordHash: string): Promise<void> {
  const set = await ctx.tx.person.updateMany({ where: { id, passwordHash: null }, data: { passwordHash, version: { increment: 1 } } })
  if (set.count === 0) throw spentLink()
  await closeLinks(ctx, { personId: id }, "reset_password")
  await endSessions(ctx, id, "password set")
}
