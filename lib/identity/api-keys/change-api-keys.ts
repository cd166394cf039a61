import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { AppError, insist, notFound } from "@/lib/platform/errors"
import { hashSecret, newId, newSecret } from "@/lib/platform/ids"
import { viewerZone } from "@/lib/platform/viewer-zone"
import { startOfDay } from "@/lib/platform/zone"
import { refusalToRevoke } from "./rules"
import type { AddApiKey, ApiKeyRef } from "./schema"

/** So many signs of a key are kept readable, to tell one from another. */
const shownSigns = 8

/** Makes an API key. The key comes back here and never again: only its hash is kept. */
export async function addApiKey(ctx: Ctx, { name, scopes, channel: code, expiresOn }: AddApiKey) {
  const { tx, actor, now } = ctx
  const expiresAt = expiresOn ? new Date(startOfDay(viewerZone(), expiresOn, 1).getTime() - 1) : null
  if (expiresAt && expiresAt <= now)
    throw new AppError("invalid", "Choose today or a later day.", { fields: { expiresOn: "Choose today or a later day" } })
  const channel = code ? await insistOnChannel(ctx, code) : null
  const key = `gw_${newSecret()}`
  const id = newId()
  await tx.apiKey.create({
    data: {
      ...{ id, name, scopes, channel: code, expiresAt, hash: hashSecret(key), beginning: key.slice(0, shownSigns) },
      ...{ createdByName: actor.name, createdAt: now },
    },
  })
  auditMove(ctx, {
    move: "api_key.add",
    record: { kind: "api_key", id, label: name },
    to: [scopes.join(", "), ...(channel ? [`for ${channel.name}`] : [])].join(", "),
  })
  return { keyId: id, name, key }
}

async function insistOnChannel({ tx }: Ctx, code: string): Promise<{ name: string }> {
  const channel = await tx.channel.findUnique({ where: { code }, select: { name: true, archivedAt: true } })
  const message = channel?.archivedAt ? `${channel.name} is archived. Choose another channel.` : "There is no such channel. Choose again."
  if (!channel || channel.archivedAt) throw new AppError("invalid", message, { fields: { channel: message } })
  return channel
}

/** Ends an API key at once and for good. */
export async function revokeApiKey(ctx: Ctx, { keyId }: ApiKeyRef) {
  const { tx, actor, now } = ctx
  await tx.$executeRaw`select 1 from platform.api_key where id = ${keyId}::uuid for update`
  const key = await tx.apiKey.findUnique({ where: { id: keyId }, select: { name: true, revokedAt: true, revokedByName: true } })
  if (!key) throw notFound("API key")
  insist(refusalToRevoke(key))
  await tx.apiKey.update({ where: { id: keyId }, data: { revokedAt: now, revokedByName: actor.name } })
  auditMove(ctx, { move: "api_key.revoke", record: { kind: "api_key", id: keyId, label: key.name } })
  return { name: key.name }
}
