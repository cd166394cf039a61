import { may } from "@/lib/identity/permissions"
import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import type { Tx } from "@/lib/platform/db"
import { AppError } from "@/lib/platform/errors"

type Owner = { id: string; name: string }
/** A prospect with the owner that it is to have; null takes it away from everybody. */
type Assignment = { id: string; version: number; label: string; ownerName: string | null; to: Owner | null }

/** Who is to own prospects, where they work here and may. */
export async function ownerOfProspects(tx: Tx, ownerId: string): Promise<Owner> {
  const owner = await tx.person.findFirst({ where: { id: ownerId, disabledAt: null }, select: { id: true, name: true, staffRole: true } })
  if (!owner || !may(owner.staffRole, "prospect:assign"))
    throw new AppError("invalid", "Choose somebody who works in Commerce.", { fields: { ownerId: "Choose an owner" } })
  return { id: owner.id, name: owner.name }
}

/**
 * Gives many prospects an owner in one statement, each where its version still stands, and leaves one audit row for each. `reason` stands
 * in their history. Returns the new versions of those that it gave.
 */
export async function assignProspects(ctx: Ctx, given: readonly Assignment[], reason: string | null = null): Promise<Map<string, number>> {
  if (given.length === 0) return new Map()
  const rows = given.map(({ id, version, to }) => ({ id, version, ownerId: to?.id ?? null, ownerName: to?.name ?? null }))
  const written = await ctx.tx.$queryRaw<{ id: string; version: number }[]>`
    update commerce.prospect p set owner_id = d."ownerId", owner_name = d."ownerName", version = p.version + 1
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as d (id uuid, version int, "ownerId" uuid, "ownerName" text)
    where p.id = d.id and p.version = d.version
    returning p.id, p.version`
  const versions = new Map(written.map(({ id, version }) => [id, version]))
  for (const { id, label, ownerName, to } of given) {
    if (!versions.has(id)) continue
    auditMove(ctx, {
      move: "prospect.assign",
      record: { kind: "prospect", id, label },
      from: ownerName ?? "Unassigned",
      to: to?.name ?? "Unassigned",
      changes: [{ field: "owner", from: ownerName, to: to?.name ?? null }],
      reason,
    })
  }
  return versions
}
