import { inTransaction } from "@/lib/platform/context"
import { actorOf, type Person } from "./actor-of"
import type { Proved } from "./authenticate"
import { keepFirstZone } from "./choose-zone"
import { browserZone, userAgent } from "./request"
import { getSignedIn, openSession, setSessionCookie } from "./sessions"
import { signOut } from "./sign-out"

/** Whoever begins a session: by a password, or in the demo by nothing. */
type Starter = Person & Partial<Proved>

/** Opens a fresh session for a person and returns its secret; the session that the browser had before ends. `placeId`: it acts from this place with a partner. */
export async function openFreshSession(person: Starter, placeId: string | null = null): Promise<string> {
  const [agent, zone] = [await userAgent(), await browserZone()]
  const before = await getSignedIn()
  return inTransaction(actorOf(person), async (ctx) => {
    if (before) await signOut(ctx, before, "signed in anew")
    await keepFirstZone(ctx, person.id, zone)
    return openSession(ctx, person.id, agent, placeId, person.provedBy)
  })
}

/** Opens a fresh session for a person and gives its cookie to the browser. */
export async function startSession(person: Starter, placeId: string | null = null): Promise<void> {
  await setSessionCookie(person.id, await openFreshSession(person, placeId))
}
