import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { AppError, notFound } from "@/lib/platform/errors"
import { newId } from "@/lib/platform/ids"
import { overtaken } from "@/lib/platform/overtaken"
import { customerFields } from "../customers/fields"
import { isOverridable } from "./compared"
import { type ComparedMember, readMemberValues } from "./member-values"
import { type MemberPlan, planOverride } from "./override-plan"
import type { OverrideMembers } from "./schema"
import { writeValues } from "./write-values"

export type Overridden = MemberPlan<ComparedMember>

/**
 * Copies the chosen fields from an Admin's customer to the chosen members, in one transaction. Who was changed since the preview is left alone and named;
 * where the Admin was, nothing is written. Returns what was changed of whom, for what follows in other stores.
 */
export async function overrideInCommerce(ctx: Ctx, { hierarchyId, sourceId, sourceVersion, fields, members }: OverrideMembers) {
  const { tx } = ctx
  const keys = fields.filter(isOverridable)
  const hierarchy = await tx.hierarchy.findUnique({ where: { id: hierarchyId }, select: { number: true, organizationId: true } })
  if (!hierarchy) throw notFound("customer hierarchy")
  await tx.$executeRaw`
    select 1 from commerce.customer where id in (
      select customer_id from commerce.hierarchy_member where hierarchy_id = ${hierarchyId}::uuid and removed_at is null) order by id for update`
  const everyone = await readMemberValues(hierarchyId, keys, tx)
  const source = everyone.find(({ memberId }) => memberId === sourceId)
  if (!source) throw notFound("user")
  if (source.role !== "admin")
    throw new AppError("conflict", `${source.name} is no Admin of ${hierarchy.number}. Choose an Admin to copy from.`)
  if (source.version !== sourceVersion) throw await overtaken(ctx, source.customerId)
  const seen = new Map(members.map(({ customerId, version }) => [customerId, version]))
  const chosen = everyone.filter(({ customerId }) => seen.has(customerId))
  const plan = planOverride(source, chosen, keys)
  const due = plan.filter(({ member }) => seen.get(member.customerId) === member.version)
  if (due.length === 0) throw new AppError("conflict", nothingToDo(plan))
  await writeValues(
    ctx,
    due.map(({ member, changes }) => ({ id: member.customerId, seen: member.version, values: toValues(changes, "to") })),
  )
  const overrideId = await noteOverride(ctx, { hierarchyId, ...hierarchy }, source, keys, due)
  const left = plan.filter((one) => !due.includes(one)).map(({ member }) => member.name)
  return { overrideId, number: hierarchy.number, done: due, left }
}

const nothingToDo = (plan: readonly Overridden[]): string =>
  plan.length === 0
    ? "Nothing differs any more: every chosen member is as the Admin."
    : "Every chosen member was changed since the preview. Look at it again."

type Hierarchy = { hierarchyId: string; number: string; organizationId: string }

async function noteOverride(
  ctx: Ctx,
  hierarchy: Hierarchy,
  source: ComparedMember,
  fields: string[],
  due: readonly Overridden[],
): Promise<string> {
  const { tx, actor, now } = ctx
  const id = newId()
  const changes = due.reduce((sum, one) => sum + one.changes.length, 0)
  await tx.override.create({
    data: {
      ...{ id, hierarchyId: hierarchy.hierarchyId, at: now, actorId: actor.id, actorName: actor.name, sourceName: source.name },
      ...{ fields, members: due.length, changes, kept: [] },
    },
  })
  await tx.overrideRow.createMany({
    data: due.map((one) => ({
      overrideId: id,
      customerId: one.member.customerId,
      before: toValues(one.changes, "from"),
      after: toValues(one.changes, "to"),
    })),
  })
  auditMove(ctx, {
    move: "hierarchy.override",
    record: { kind: "hierarchy", id: hierarchy.hierarchyId, label: hierarchy.number },
    to: due.length === 1 ? "1 member" : `${due.length} members`,
    reason: `${labelsOf(fields)}, as ${source.name} has them.`,
    touched: due.map(({ member }) => member.customerId),
    others: due.map(({ member, changes: ofMember }) => ({ record: customerOf(member), changes: ofMember })),
  })
  return id
}

export const customerOf = ({ customerId, number }: { customerId: string; number: string }) => ({
  kind: "customer" as const,
  id: customerId,
  label: number,
})

export const toValues = (changes: Overridden["changes"], end: "from" | "to") =>
  Object.fromEntries(changes.map((change) => [change.field, change[end]]))

/** Fields of the catalogue in words. */
export const labelsOf = (fields: readonly string[]): string =>
  fields.flatMap((field) => (isOverridable(field) ? [customerFields[field].label] : [])).join(", ")
