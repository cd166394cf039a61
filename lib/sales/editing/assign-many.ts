import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { Prisma } from "@/lib/platform/db"

const tables = {
  lead: Prisma.sql`sales.lead`,
  opportunity: Prisma.sql`sales.opportunity`,
  account: Prisma.sql`sales.account`,
  contact: Prisma.sql`sales.contact`,
} as const

export type AssignableNoun = keyof typeof tables
type Owner = { id: string; name: string }
/** A record with the owner that it is to have; null takes it away from everybody. */
export type Assignment = { id: string; version: number; label: string; ownerName: string | null; to: Owner | null }

/**
 * Gives many records an owner in one statement, each where its version still stands, and leaves one audit row for each. `reason` stands
 * in their history. Returns the new versions of those that it gave.
 */
export async function assignMany(
  ctx: Ctx,
  noun: AssignableNoun,
  given: readonly Assignment[],
  reason: string | null = null,
): Promise<Map<string, number>> {
  if (given.length === 0) return new Map()
  const rows = given.map(({ id, version, to }) => ({ id, version, ownerId: to?.id ?? null, ownerName: to?.name ?? null }))
  const written = await ctx.tx.$queryRaw<{ id: string; version: number }[]>`
    update ${tables[noun]} r set owner_id = d."ownerId", owner_name = d."ownerName", version = r.version + 1
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as d (id uuid, version int, "ownerId" uuid, "ownerName" text)
    where r.id = d.id and r.version = d.version
    returning r.id, r.version`
  const versions = new Map(written.map(({ id, version }) => [id, version]))
  for (const { id, label, ownerName, to } of given) {
    if (!versions.has(id)) continue
    auditMove(ctx, {
      move: `${noun}.assign`,
      record: { kind: noun, id, label },
      from: ownerName ?? "Unassigned",
      to: to?.name ?? "Unassigned",
      changes: [{ field: "owner", from: ownerName, to: to?.name ?? null }],
      reason,
    })
  }
  return versions
}
