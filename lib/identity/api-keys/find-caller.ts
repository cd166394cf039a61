import { db } from "@/lib/platform/db"
import { hashSecret } from "@/lib/platform/ids"
import { statement } from "@/lib/platform/statement"
import { isOpen } from "./rules"
import { type ApiScope, scopesOf } from "./scopes"

/** Who asks the API: the key, by its name. `channel`: the one storefront for whose customers it asks; null: for all. */
export type ApiCaller = { keyId: string; name: string; scopes: ApiScope[]; channel: string | null }

type Stored = {
  id: string
  name: string
  scopes: string[]
  channel: string | null
  expiresAt: Date | null
  revokedAt: Date | null
  lastUsedAt: Date | null
}

const standing = statement<Stored>(`
  select id, name, scopes, channel, expires_at as "expiresAt", revoked_at as "revokedAt", last_used_at as "lastUsedAt"
  from platform.api_key where hash = $1`)
const used = statement(`
  update platform.api_key set last_used_at = $2::timestamptz where id = $1::uuid and (last_used_at is null or last_used_at < $3::timestamptz)`)

const minute = 60_000

/** Whose key this is, asked of the database each time, so that a key that was revoked opens nothing from then on; null where it opens nothing. */
export async function findCaller(key: string, now: Date): Promise<ApiCaller | null> {
  const [found] = await standing(db, [hashSecret(key)])
  if (!found || !isOpen(found, now)) return null
  const { id: keyId, name, scopes, channel, lastUsedAt } = found
  const aMinuteAgo = new Date(now.getTime() - minute)
  if (!lastUsedAt || lastUsedAt < aMinuteAgo) await used(db, [keyId, now, aMinuteAgo])
  return { keyId, name, scopes: scopesOf(scopes), channel }
}
