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
  const { person } = invitation
  const provedBy = await prove(person, password)
  const newHash = person.passwordHash === null ? provedBy : null
  const accepted = await inTransaction(actorOf(person), (ctx) => acceptInvitation(ctx, { token, newHash }))
  await startSession({ ...accepted.person, provedBy }, accepted.memberId)
  redirect(accepted.memberId ? "/account" : homePath(accepted.person.staffRole))
}

/** The hash that a password fits: of a first one, or of the one that exists and was given. */
async function prove({ email, passwordHash }: { email: string; passwordHash: string | null }, password: string): Promise<string> {
  if (passwordHash === null) {
    insist(refusalToPassword(password, email))
    return hashPassword(password)
  }
  return (await authenticate({ email, password }, await clientAddress())).provedBy
}
