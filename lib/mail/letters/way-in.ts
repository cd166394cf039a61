import { linkAddress } from "@/lib/identity/links"
import { db } from "@/lib/platform/db"
import { env } from "@/lib/platform/env"
import { wordsIn } from "../letter-languages"

/** How the reader gets in: what the button says, where it leads, and for how many days; for none where it leads to the sign-in page. */
export type WayIn = { button: string; link: string; days: string }

const select = { usedAt: true, subjectId: true, personId: true, person: { select: { passwordHash: true } } } as const

/** By an invitation's link: a first password, or the place that waits for somebody who has one. Whoever is in already just signs in. */
export async function wayIn(linkId: string, language: string): Promise<WayIn> {
  const words = wordsIn(language)
  const signIn = { button: words.signIn, link: new URL("/sign-in", env().appUrl).href, days: "" }
  const invitation = await db.link.findUnique({ where: { id: linkId }, select })
  const hasPassword = Boolean(invitation?.person?.passwordHash)
  if (!invitation || invitation.usedAt || (hasPassword && !invitation.subjectId)) return signIn
  const { subjectId, personId } = invitation
  const member = subjectId ? await db.hierarchyMember.findUnique({ where: { id: subjectId }, select: { status: true } }) : null
  if (member?.status === "active") return signIn
  const link = linkAddress(await newestLink(linkId, { subjectId, personId }), "set_password")
  return { button: hasPassword ? words.accept : words.setPassword, link, days: String(env().INVITATION_DAYS) }
}

type Invited = { subjectId: string | null; personId: string | null }

/** Whoever was invited again meanwhile finds the open link in every letter that leaves, not the one that was closed; never that of somebody else. */
async function newestLink(linkId: string, { subjectId, personId }: Invited): Promise<string> {
  const newest = await db.link.findFirst({
    where: { subjectId, personId, purpose: "set_password", usedAt: null, expiresAt: { gt: new Date() } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { id: true },
  })
  return newest?.id ?? linkId
}

/** The way in that an approval will offer to an address; its link is made with the decision. */
export async function foreseenWayIn(email: string, language: string): Promise<WayIn> {
  const words = wordsIn(language)
  const person = await db.person.findUnique({ where: { email }, select: { passwordHash: true } })
  const link = new URL("/set-password", env().appUrl).href
  return { button: person?.passwordHash ? words.accept : words.setPassword, link, days: String(env().INVITATION_DAYS) }
}
