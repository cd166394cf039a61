import { notFound as notFoundPage, redirect } from "next/navigation"
import { cache } from "react"
import type { z } from "zod"
import { storesOfHierarchy } from "@/lib/commerce/channels/storefront"
import { type MemberRole, memberRoles } from "@/lib/commerce/hierarchies/rules"
import { type Action, door } from "@/lib/identity/action"
import { getSignedIn } from "@/lib/identity/sessions"
import type { Actor, Ctx } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { AppError, notFound } from "@/lib/platform/errors"
import { type PartnerPermission, partnerMay } from "./permissions"

/** A partner's user at work, with the place that they act from. */
export type Partner = Actor & {
  kind: "partner"
  id: string
  email: string
  memberId: string
  memberRole: MemberRole
  hierarchyId: string
  hierarchyName: string
  sessionId: string
  /** Whether the session acts from there: of several places, one is chosen before anything is done. */
  isChosen: boolean
}

/** The places that a person has with partners at this moment: Active, not removed, the hierarchy not suspended; the oldest first. */
export function listSeats(personId: string) {
  return db.hierarchyMember.findMany({
    where: { personId, status: "active", removedAt: null, hierarchy: { suspendedAt: null } },
    orderBy: [{ acceptedAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      role: true,
      hierarchyId: true,
      hierarchy: { select: { name: true, number: true } },
      outlet: { select: { customer: { select: { name: true } } } },
    },
  })
}

/** The places of whoever is signed in; read from the database once in a request. */
export const listOwnPlaces = cache(async () => {
  const signedIn = await getSignedIn()
  return signedIn ? listSeats(signedIn.personId) : []
})

/** The stores in which a partner is a customer; read from the database once in a request. */
export const listOwnStores = cache(storesOfHierarchy)

export type PlaceView = Awaited<ReturnType<typeof listSeats>>[number]

/** From which of the places a session acts: the one that was chosen, or the only one where none was. A place that is over is followed by none unasked. */
export function placeInUse<Place extends { id: string }>(places: readonly Place[], placeId: string | null) {
  const chosen = places.find(({ id }) => id === placeId)
  return { place: chosen ?? places[0], isChosen: chosen !== undefined || (placeId === null && places.length === 1) }
}

/** The partner's user who is signed in, or null; read from the database once in a request. */
export const getPartner = cache(async (): Promise<Partner | null> => {
  const signedIn = await getSignedIn()
  const seats = await listOwnPlaces()
  const { place: seat, isChosen } = placeInUse(seats, signedIn?.placeId ?? null)
  if (!signedIn || !seat) return null
  const { personId: id, name, email, sessionId } = signedIn
  const { id: memberId, role: memberRole, hierarchyId, hierarchy } = seat
  return {
    kind: "partner",
    id,
    name,
    email,
    role: memberRoles[memberRole],
    memberId,
    memberRole,
    hierarchyId,
    hierarchyName: hierarchy.name,
    sessionId,
    isChosen,
  }
})

/** Where somebody with several places says for which organization they work now. */
export const choosePath = "/account/organizations"

/** What is open before one of several places is chosen. */
const isAboutPlaces = (permission: PartnerPermission) => permission === "organization:choose"

/**
 * For pages: the partner's user who may, else the sign-in page for a stranger and "not found" for everybody else. Who has several places
 * and has not said for which one this session is, is asked first.
 */
export async function requirePartner(permission: PartnerPermission): Promise<Partner> {
  const partner = await getPartner()
  if (partner && !partner.isChosen && !isAboutPlaces(permission)) redirect(choosePath)
  if (partner && partnerMay(partner.memberRole, permission)) return partner
  if (!(await getSignedIn())) redirect("/sign-in")
  notFoundPage()
}

/** For actions: the same judgement, as an error. */
async function insistOnPartner(permission: PartnerPermission): Promise<Partner> {
  const partner = await getPartner()
  if (partner && !partner.isChosen && !isAboutPlaces(permission))
    throw new AppError("forbidden", "Choose the organization first for which you work now.")
  if (partner && partnerMay(partner.memberRole, permission)) return partner
  if (partner) throw new AppError("forbidden", "Only an Admin of your organization may do this.")
  if (await getSignedIn()) throw notFound("page")
  throw new AppError("unauthenticated", "You are signed out. Sign in again; what you typed stays here.")
}

/** A door for a partner's users who carry the permission. Its command takes the partner's own hierarchy from the actor, never from the form. */
export function partnerAction<Schema extends z.ZodType, Data>(
  permission: PartnerPermission,
  schema: Schema,
  command: (ctx: Ctx & { actor: Partner }, input: z.output<Schema>) => Promise<Data>,
): Action<Schema, Data> {
  return door({ access: `partner:${permission}`, authorise: () => insistOnPartner(permission), schema, command })
}
