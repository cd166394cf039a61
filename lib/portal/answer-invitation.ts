import { redirect } from "next/navigation"
import { actorOf } from "@/lib/identity/actor-of"
import { authenticate } from "@/lib/identity/authenticate"
import { homePath } from "@/lib/identity/next-path"
import { hashPassword, refusalToPassword } from "@/lib/identity/passwords"
import { clientAddress } from "@/lib/identity/request"
import type { WithLink } from "@/lib/identity/schema"
import { spentLink } from "@/lib/identity/spent-link"
import { startSession } from "@/lib/identity/start-session"
import { inTransaction } from "@/lib/platform/context"
import { insist } from "@/lib/platform/errors"
import { acceptInvitation } from "./accept-invitation"
import { openInvitation } from "./invitation"

/** Takes the form of an invitation's page: a first password, or the password that the person has. Signs in and goes to the first page. */
export async function answerInvitation({ token, password }: WithLink): Promise<never> {
  const invitation = await openInvitation(token, new Date())
  if (!invitation) throw spentLink()
  const newHash = await prove(invitation.person, password)
  const accepted = await inTransaction(actorOf(invitation.person), (ctx) => acceptInvitation(ctx, { token, newHash }))
  await startSession(accepted.person, accepted.memberId)
  redirect(accepted.memberId ? "/account" : homePath(accepted.person.staffRole))
}

/** The hash of a first password, or null once the password that exists was given. */
async function prove({ email, passwordHash }: { email: string; passwordHash: string | null }, password: string): Promise<string | null> {
  if (passwordHash === null) {
    insist(refusalToPassword(password, email))
    return hashPassword(password)
  }
  await authenticate({ email, password }, await clientAddress())
  return null
}
