import { linkAddress } from "@/lib/identity/links"
import { db } from "@/lib/platform/db"
import { env } from "@/lib/platform/env"

/** How the reader gets in: what the button says, where it leads, and for how long; null where it leads to the sign-in page. */
export type WayIn = { button: string; link: string; validDays: number | null }

const signIn = (): WayIn => ({ button: "Sign in", link: new URL("/sign-in", env().appUrl).href, validDays: null })

const select = { usedAt: true, subjectId: true, person: { select: { passwordHash: true } } } as const

/** By an invitation's link: a first password, or the place that waits for somebody who has one. Whoever is in already just signs in. */
export async function wayIn(linkId: string): Promise<WayIn> {
  const invitation = await db.link.findUnique({ where: { id: linkId }, select })
  const hasPassword = Boolean(invitation?.person?.passwordHash)
  if (!invitation || invitation.usedAt || (hasPassword && !invitation.subjectId)) return signIn()
  const { subjectId } = invitation
  const member = subjectId ? await db.hierarchyMember.findUnique({ where: { id: subjectId }, select: { status: true } }) : null
  if (member?.status === "active") return signIn()
  const link = linkAddress(linkId, "set_password")
  return { button: hasPassword ? "Accept the invitation" : "Set your password", link, validDays: env().INVITATION_DAYS }
}
