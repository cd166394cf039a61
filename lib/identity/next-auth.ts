import type { AuthOptions, User } from "next-auth"
import CredentialsProvider from "next-auth/providers/credentials"
import { inTransaction } from "@/lib/platform/context"
import { env } from "@/lib/platform/env"
import { log } from "@/lib/platform/log"
import { shown } from "./action"
import { actorOf } from "./actor-of"
import { authenticate } from "./authenticate"
import { safeNextPath } from "./next-path"
import { clientAddress } from "./request"
import { getSignedIn, sessionCookieName } from "./sessions"
import { signOut } from "./sign-out"
import { openFreshSession } from "./start-session"

type SessionUser = User & { sid: string }

const hasSid = (user: User): user is SessionUser => "sid" in user && typeof user.sid === "string"

async function authorize(given: Record<"email" | "password", string> | undefined): Promise<SessionUser | null> {
  try {
    const person = await authenticate({ email: given?.email ?? "", password: given?.password ?? "" }, await clientAddress())
    return { id: person.id, sid: await openFreshSession(person) }
  } catch (error) {
    // next-auth shows the message of whatever is thrown here.
    throw new Error(shown(error).message)
  }
}

/** Ends the row, without which a copied cookie would go on working. */
async function endSession(): Promise<void> {
  const signedIn = await getSignedIn()
  if (signedIn) await inTransaction(actorOf({ ...signedIn, id: signedIn.personId }), (ctx) => signOut(ctx, signedIn))
}

/** A path of this site, or its start. */
function ownAddress(url: string): string {
  const { origin } = env().appUrl
  const path = url.startsWith(`${origin}/`) ? url.slice(origin.length) : url
  return origin + (safeNextPath(path) ?? "/")
}

const quietly = (level: "warn" | "error") => (code: string) => log[level]({ code }, "next-auth")

/**
 * next-auth, held to one module: its cookie is ours and carries nothing but the session's secret, and each use of it asks whether the
 * session's row still stands.
 */
export function authOptions(): AuthOptions {
  const { isSecure: secure } = env()
  const maxAge = env().SESSION_HOURS * 3600
  return {
    secret: env().AUTH_SECRET,
    session: { strategy: "jwt", maxAge },
    useSecureCookies: secure,
    cookies: { sessionToken: { name: sessionCookieName(), options: { httpOnly: true, sameSite: "lax", path: "/", secure } } },
    pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
    providers: [CredentialsProvider({ credentials: { email: { type: "email" }, password: { type: "password" } }, authorize })],
    callbacks: {
      async jwt({ token, user }) {
        if (user && hasSid(user)) return { sub: user.id, sid: user.sid }
        if (!(await getSignedIn())) throw new Error("the session has ended")
        return { sub: token.sub, sid: token.sid }
      },
      async session({ session }) {
        const signedIn = await getSignedIn()
        return { expires: session.expires, user: signedIn ? { name: signedIn.name, email: signedIn.email } : undefined }
      },
      redirect: ({ url }) => ownAddress(url),
    },
    events: { signOut: endSession },
    logger: { error: quietly("warn"), warn: quietly("warn"), debug: () => {} },
  }
}
