import { inTransaction } from "@/lib/platform/context"
import { actorOf, type Person } from "./actor-of"
import { userAgent } from "./request"
import { getSignedIn, openSession, setSessionCookie } from "./sessions"
import { signOut } from "./sign-out"

/** Opens a fresh session for a person and returns its secret; the session that the browser had before ends. */
export async function openFreshSession(person: Person): Promise<string> {
  const agent = await userAgent()
  const before = await getSignedIn()
  return inTransaction(actorOf(person), async (ctx) => {
    if (before) await signOut(ctx, before, "signed in anew")
    return openSession(ctx, person.id, agent)
  })
}

/** Opens a fresh session for a person and gives its cookie to the browser. */
export async function startSession(person: Person): Promise<void> {
  await setSessionCookie(person.id, await openFreshSession(person))
}
