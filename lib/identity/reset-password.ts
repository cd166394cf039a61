import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { db, type Tx } from "@/lib/platform/db"
import { insist } from "@/lib/platform/errors"
import { actorOf } from "./actor-of"
import { closeLinks, consumeLink, openLink } from "./links"
import { hashPassword, refusalToPassword } from "./passwords"
import type { WithLink } from "./schema"
import { endSessions } from "./sessions"
import { spentLink } from "./spent-link"

/** The person whose password a link lets set, with the link; null when the link is unknown, used or out of date, or the person is disabled. */
export async function openReset(token: string, now: Date, tx: Tx = db) {
  const link = await openLink(token, "reset_password", now, tx)
  if (!link?.personId) return null
  const select = { id: true, name: true, email: true, staffRole: true } as const
  const person = await tx.person.findFirst({ where: { id: link.personId, disabledAt: null }, select })
  return person && { linkId: link.id, person }
}

/** Sets the password of the person whom the link was mailed to, uses the link up, closes every other, and ends every session of that person. */
export async function resetPassword(ctx: Ctx, { token, password }: WithLink): Promise<void> {
  const opened = await openReset(token, ctx.now, ctx.tx)
  if (!opened) throw spentLink()
  const { linkId, person } = opened
  insist(refusalToPassword(password, person.email))
  const passwordHash = await hashPassword(password)
  if (!(await consumeLink(ctx, linkId))) throw spentLink()
  await ctx.tx.person.update({ where: { id: person.id }, data: { passwordHash, version: { increment: 1 } } })
  await closeLinks(ctx, { personId: person.id }, "reset_password")
  await endSessions(ctx, person.id, "password changed")
  auditMove({ ...ctx, actor: actorOf(person) }, { move: "password.set", record: { kind: "person", id: person.id, label: person.name } })
}
