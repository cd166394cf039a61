import { encode } from "next-auth/jwt"
import { hashSecret, newId, newSecret } from "@/lib/platform/ids"
import { onDatabase } from "./databases"
import { hireOwners, type Owner } from "./owners"
import { authSecret } from "./webs"

/** The first seller, signed in: a session row as `lib/identity/sessions.ts` opens it, and the cookie that names it. */
export async function signInSeller(databaseUrl: string): Promise<{ seller: Owner; cookie: string }> {
  const sid = newSecret()
  const seller = await onDatabase(databaseUrl, async (client) => {
    const [first] = await hireOwners(client)
    if (!first) throw new Error("Nobody sells here")
    await client.query(
      `insert into platform.session (id, sid_hash, person_id, created_at, last_seen_at, expires_at) values ($1, $2, $3, now(), now(), now() + interval '1 day')`,
      [newId(), hashSecret(sid), first.id],
    )
    return first
  })
  const token = await encode({ token: { sub: seller.id, sid }, secret: authSecret, maxAge: 86_400 })
  return { seller, cookie: `gangway.session=${token}` }
}
