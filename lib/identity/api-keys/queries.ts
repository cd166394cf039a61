import { db } from "@/lib/platform/db"
import { type ApiScope, scopesOf } from "./scopes"

export type ApiKeyRow = {
  id: string
  name: string
  beginning: string
  scopes: ApiScope[]
  /** The code of the storefront that it is for; null: any. */
  channel: string | null
  createdByName: string
  createdAt: Date
  expiresAt: Date | null
  lastUsedAt: Date | null
  revokedAt: Date | null
  revokedByName: string | null
}

/** The API keys, those that open something first, the newest first. */
export async function listApiKeys(): Promise<ApiKeyRow[]> {
  const rows = await db.apiKey.findMany({
    orderBy: [{ revokedAt: { sort: "asc", nulls: "first" } }, { createdAt: "desc" }, { id: "desc" }],
    take: 200,
    omit: { hash: true },
  })
  return rows.map((row) => ({ ...row, scopes: scopesOf(row.scopes) }))
}
