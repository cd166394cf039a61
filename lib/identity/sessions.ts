import { cookies } from "next/headers"
import { decode, encode } from "next-auth/jwt"
import { cache } from "react"
import type { Ctx } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { env } from "@/lib/platform/env"
import { hashSecret, newId, newSecret } from "@/lib/platform/ids"
import { statement } from "@/lib/platform/statement"
import { tellZone } from "@/lib/platform/viewer-zone"
import { notProved } from "./authenticate"
import { type ActingRole, actingRole, type StaffRole } from "./permissions"

/** A signed-in person, as the session row and the person row say at this moment. */
export type SignedIn = {
  sessionId: string
  personId: string
  name: string
  email: string
  staffRole: StaffRole | null
  /** The role that is previewed in this session. */
  previewRole: StaffRole | null
  /** The place with a partner that was chosen for this session. */
  placeId: string | null
  /** The time zone in which this person reads times: the own, or the house's. */
  timeZone: string
  /** The zone that this person has chosen, or came with. */
  ownZone: string | null
}

/** `__Host-` where the browser allows it: bound to this host, this path and TLS. */
export const sessionCookieName = () => (env().isSecure ? "__Host-gangway.session" : "gangway.session")

/**
 * Opens a session row and returns its secret, for the cookie. Whoever was disabled since they proved who they are gets none, nor who did so by a password
 * (`provedBy`: its hash) that was changed since: what ended their sessions did not see this one.
 */
export async function openSession(
  { tx, now }: Ctx,
  personId: string,
  userAgent: string | null,
  placeId: string | null = null,
  provedBy?: string,
): Promise<string> {
  const sid = newSecret()
  const expiresAt = new Date(now.getTime() + env().SESSION_HOURS * 3_600_000)
  await tx.session.create({
    data: {
      id: newId(),
      sidHash: hashSecret(sid),
      personId,
      placeId,
      userAgent: userAgent?.slice(0, 300) ?? null,
      createdAt: now,
      lastSeenAt: now,
      expiresAt,
    },
  })
  const stillProved = { id: personId, disabledAt: null, passwordHash: provedBy }
  const { count } = await tx.person.updateMany({ where: stillProved, data: { lastSignInAt: now } })
  if (count === 0) throw notProved()
  return sid
}

/** Gives the browser the cookie of a session, as a next-auth token that carries nothing but the session's secret. */
export async function setSessionCookie(personId: string, sid: string): Promise<void> {
  const maxAge = env().SESSION_HOURS * 3600
  const token = await encode({ token: { sub: personId, sid }, secret: env().AUTH_SECRET, maxAge })
  const jar = await cookies()
  jar.set(sessionCookieName(), token, { httpOnly: true, secure: env().isSecure, sameSite: "lax", path: "/", maxAge })
}

/** Tokens that were opened lately, by hash, each with the hash of its secret: opening one costs more than the statement that asks for its row. */
const opened = new Map<string, string>()
const mostOpened = 1000

/** The hash of the session secret in the browser's cookie, or null. */
async function sidHashFromCookie(): Promise<string | null> {
  const token = (await cookies()).get(sessionCookieName())?.value
  if (!token) return null
  const tokenHash = hashSecret(token)
  const known = opened.get(tokenHash)
  if (known) return known
  const claims = await decode({ token, secret: env().AUTH_SECRET }).catch(() => null)
  if (typeof claims?.sid !== "string") return null
  if (opened.size >= mostOpened) opened.clear()
  const sidHash = hashSecret(claims.sid)
  opened.set(tokenHash, sidHash)
  return sidHash
}

const minute = 60_000

type Standing = SignedIn & { lastSeenAt: Date }

const standing = statement<Standing>(`
  select session.id as "sessionId", session.last_seen_at as "lastSeenAt", session.preview_role::text as "previewRole", session.place_id as "placeId",
    person.id as "personId", person.name, person.email, person.staff_role::text as "staffRole",
    person.time_zone as "ownZone", coalesce(person.time_zone, platform.house_zone(), 'UTC') as "timeZone"
  from platform.session join platform.person on person.id = session.person_id
  where session.sid_hash = $1 and session.ended_at is null and session.expires_at > $2::timestamptz and session.last_seen_at > $3::timestamptz
    and person.disabled_at is null`)

/** Who is signed in, read from the database once in a request; null when the cookie's session has ended, idled out or belongs to nobody any more. */
export const getSignedIn = cache(async (): Promise<SignedIn | null> => {
  const sidHash = await sidHashFromCookie()
  if (!sidHash) return null
  const now = Date.now()
  const [found] = await standing(db, [sidHash, new Date(now), new Date(now - env().SESSION_IDLE_MINUTES * minute)])
  if (!found) return null
  const { lastSeenAt, ...signedIn } = found
  tellZone(signedIn.timeZone)
  if (now - lastSeenAt.getTime() > minute) {
    await db.session.updateMany({ where: { id: signedIn.sessionId }, data: { lastSeenAt: new Date(now) } })
  }
  return signedIn
})

const stands = (now: number) => ({
  endedAt: null,
  expiresAt: { gt: new Date(now) },
  lastSeenAt: { gt: new Date(now - env().SESSION_IDLE_MINUTES * minute) },
})

/** Of these sessions, those that stand, each with the role in which its person acts now. Looking does not keep them awake. */
export async function standingSessions(ids: string[]): Promise<Map<string, ActingRole>> {
  const sessions = await db.session.findMany({
    where: { id: { in: ids }, person: { disabledAt: null }, ...stands(Date.now()) },
    select: { id: true, previewRole: true, person: { select: { staffRole: true } } },
  })
  return new Map(
    sessions.flatMap(({ id, previewRole, person }) => (person.staffRole ? [[id, actingRole(person.staffRole, previewRole)]] : [])),
  )
}

/** Ends sessions of a person at once: all of them, or all but one. Returns how many. */
export async function endSessions({ tx, now, ledger }: Ctx, personId: string, reason: string, exceptId?: string): Promise<number> {
  ledger.touch("session", personId)
  const ended = await tx.session.updateMany({
    where: { personId, endedAt: null, ...(exceptId ? { id: { not: exceptId } } : {}) },
    data: { endedAt: now, endReason: reason },
  })
  return ended.count
}

/** A place with a partner that somebody lost; `isOnly`: there is no other that they could act from. */
export type LostPlace = { placeId: string; personId: string; isOnly: boolean }

/**
 * Ends the sessions of people who lost a place with a partner: all where it was their only one, else those that act from it.
 * Staff among them stay signed in: their pages ask for the place itself.
 */
export async function endPartnerSessions({ tx, now }: Ctx, places: readonly LostPlace[], reason: string): Promise<void> {
  const people = places.filter(({ isOnly }) => isOnly).map(({ personId }) => personId)
  const acting = places.filter(({ isOnly }) => !isOnly).map(({ placeId }) => placeId)
  await tx.session.updateMany({
    where: { OR: [{ personId: { in: people } }, { placeId: { in: acting } }], person: { staffRole: null }, endedAt: null },
    data: { endedAt: now, endReason: reason },
  })
}

/** From now on a session acts from this place with a partner. */
export async function choosePlace({ tx }: Ctx, sessionId: string, placeId: string): Promise<void> {
  await tx.session.update({ where: { id: sessionId }, data: { placeId } })
}

export async function clearSessionCookie(): Promise<void> {
  const jar = await cookies()
  // A browser takes a __Host- cookie back only by words that would have set it.
  jar.set(sessionCookieName(), "", { httpOnly: true, secure: env().isSecure, sameSite: "lax", path: "/", maxAge: 0 })
}
