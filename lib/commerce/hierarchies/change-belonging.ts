import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import type { Tx } from "@/lib/platform/db"
import { AppError } from "@/lib/platform/errors"
import { overtaken } from "@/lib/platform/overtaken"
import { type Belonging, belongingText, belongingWords, refusalToBelong } from "./belonging"
import { lockHierarchy } from "./lock-hierarchy"
import type { ChangeBelonging } from "./schema"

/** The names of the channels by their codes, once a hierarchy may belong where it is to; says at the field why it may not. */
export async function insistOnBelonging({ tx }: Ctx, chosen: Belonging, before: Belonging | null): Promise<Record<string, string>> {
  const channels = await tx.channel.findMany({ select: { code: true, name: true, archivedAt: true } })
  const refusal = refusalToBelong(chosen, channels, before)
  if (refusal) throw new AppError(refusal.code, refusal.message, { fields: { channels: refusal.message } })
  return Object.fromEntries(channels.map(({ code, name }) => [code, name]))
}

/** Whether a person has said where a hierarchy belongs, and not only approval. */
export const saysWhereItBelongs = async (tx: Tx, hierarchyId: string): Promise<boolean> =>
  (await tx.auditEntry.count({ where: { recordIds: { has: hierarchyId }, move: { in: ["hierarchy.create", "hierarchy.channels"] } } })) > 0

/** A hierarchy that is to belong elsewhere. */
export type Moved = { id: string; number: string; version: number; organizationId: string; from: Belonging; to: Belonging }

/**
 * Lets many hierarchies belong elsewhere in one statement, each where its version still stands, with one audit row for each; `names` has the channels'.
 * Returns the new versions of those that it changed.
 */
export async function changeBelongings(
  ctx: Ctx,
  given: readonly Moved[],
  names: Readonly<Record<string, string>>,
  reason: string | null = null,
): Promise<Map<string, number>> {
  if (given.length === 0) return new Map()
  const rows = given.map(({ id, version, to }) => ({ id, version, channels: to.channels, everywhere: to.inAllChannels }))
  const written = await ctx.tx.$queryRaw<{ id: string; version: number }[]>`
    update commerce.hierarchy h set channels = array(select jsonb_array_elements_text(d.channels)), in_all_channels = d.everywhere, version = h.version + 1
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as d (id uuid, version int, channels jsonb, everywhere boolean)
    where h.id = d.id and h.version = d.version returning h.id, h.version`
  const versions = new Map(written.map(({ id, version }) => [id, version]))
  for (const { id, number, organizationId, from, to } of given) {
    if (!versions.has(id)) continue
    const record = { kind: "hierarchy" as const, id, label: number }
    const said = { from: belongingWords(from, names), to: belongingWords(to, names) }
    auditMove(ctx, { move: "hierarchy.channels", record, ...said, reason, touched: [organizationId] })
  }
  return versions
}

/** Says to which channels a hierarchy belongs. What was said again changes nothing; what a colleague said meanwhile stands, and is told. */
export async function changeBelonging(ctx: Ctx, { hierarchyId, belonging, seen }: ChangeBelonging) {
  const hierarchy = await lockHierarchy(ctx, hierarchyId)
  const { number, version, organizationId } = hierarchy
  const names = await insistOnBelonging(ctx, belonging, hierarchy)
  const said = belongingWords(belonging, names)
  if (belongingText(belonging) === belongingText(hierarchy)) return { hierarchyId, number, said }
  if (belongingText(hierarchy) !== belongingText(seen)) throw await overtaken(ctx, hierarchyId)
  const changed = await changeBelongings(ctx, [{ id: hierarchyId, number, version, organizationId, from: hierarchy, to: belonging }], names)
  if (changed.size === 0) throw await overtaken(ctx, hierarchyId)
  return { hierarchyId, number, said }
}
