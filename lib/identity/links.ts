import type { Ctx } from "@/lib/platform/context"
import { db, type Tx } from "@/lib/platform/db"
import { env } from "@/lib/platform/env"
import { hashSecret, newId, sign } from "@/lib/platform/ids"
import type { LinkPurpose } from "@/prisma/generated/enums"

const paths: Record<LinkPurpose, string> = {
  request_status: "/request/status",
  set_password: "/set-password",
  reset_password: "/reset-password",
}

/**
 * The secret of a link, 256 bits. It is derived from the row's id under AUTH_SECRET each time it is needed,
 * so that a letter can be rendered again on a retry while the database holds nothing that opens a door.
 */
export const secretOf = (linkId: string, purpose: LinkPurpose): string => sign(`link:${purpose}`, linkId)

/** The address that is mailed; always under APP_URL. */
export const linkAddress = (linkId: string, purpose: LinkPurpose): string =>
  new URL(`${paths[purpose]}/${secretOf(linkId, purpose)}`, env().appUrl).href

export type NewLink = { purpose: LinkPurpose; personId?: string; subjectId?: string; expiresAt: Date }

/** Makes a link, written with the command's ledger. Returns its id. */
export function makeLink({ ledger, now }: Ctx, { purpose, personId, subjectId, expiresAt }: NewLink): string {
  const id = newId()
  ledger.links.push({
    id,
    purpose,
    hash: hashSecret(secretOf(id, purpose)),
    person_id: personId ?? null,
    subject_id: subjectId ?? null,
    created_at: now,
    expires_at: expiresAt,
    used_at: null,
  })
  return id
}

/** Whose a link is, and what it is about; nothing where it is about the person. */
type Sent = { personId: string | null; subjectId?: string | null }

/** Closes the open links of one purpose that a person was sent before about the same. */
export async function closeLinks({ tx, now }: Ctx, { personId, subjectId = null }: Sent, purpose: LinkPurpose): Promise<void> {
  await tx.link.updateMany({ where: { personId, subjectId, purpose, usedAt: null, expiresAt: { gt: now } }, data: { expiresAt: now } })
}

type Invited = { id: string; invitedAt: Date }

/** Of members that were invited, those whose every invitation has ended without being accepted. Whose newest one has not left yet is not among them. */
export async function invitationsThatEnded(members: readonly Invited[], now: Date): Promise<ReadonlySet<string>> {
  if (members.length === 0) return new Set()
  const ended = await db.link.groupBy({
    by: ["subjectId"],
    where: { subjectId: { in: members.map(({ id }) => id) }, purpose: "set_password", usedAt: null },
    _max: { expiresAt: true, createdAt: true },
    having: { expiresAt: { _max: { lte: now } } },
  })
  const newest = new Map(ended.map(({ subjectId, _max }) => [subjectId, _max.createdAt]))
  return new Set(
    members.flatMap(({ id, invitedAt }) => {
      const sentAt = newest.get(id)
      return sentAt && sentAt >= invitedAt ? id : []
    }),
  )
}

/** The link that a secret opens, or null when it is unknown, used or expired. Opening does not use it up. */
export async function openLink(secret: string, purpose: LinkPurpose, now: Date, tx: Tx = db) {
  return tx.link.findFirst({
    where: { hash: hashSecret(secret), purpose, usedAt: null, expiresAt: { gt: now } },
    select: { id: true, personId: true, subjectId: true, expiresAt: true },
  })
}

/** Uses a link up. False when somebody was faster. */
export async function consumeLink({ tx, now }: Ctx, linkId: string): Promise<boolean> {
  const used = await tx.link.updateMany({ where: { id: linkId, usedAt: null, expiresAt: { gt: now } }, data: { usedAt: now } })
  return used.count === 1
}
