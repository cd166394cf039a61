import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { AppError, notFound } from "@/lib/platform/errors"
import { isOverridable } from "./compared"
import { readCustomerValues } from "./customer-values"
import { customerOf, labelsOf, toValues } from "./override-members"
import { planUndo } from "./override-plan"
import type { UndoOverride } from "./schema"
import { writeValues } from "./write-values"

type Values = Record<string, string | null>

/** Takes an override back: of every customer the fields that nobody touched since. What somebody did is left, and told by name. */
export async function undoOverrideInCommerce(ctx: Ctx, { overrideId }: UndoOverride) {
  const { tx, actor, now } = ctx
  await tx.$executeRaw`select 1 from commerce.override where id = ${overrideId}::uuid for update`
  const override = await tx.override.findUnique({
    where: { id: overrideId },
    select: { hierarchyId: true, undoneAt: true, undoneBy: true, fields: true, rows: true, hierarchy: { select: { number: true } } },
  })
  if (!override) throw notFound("override")
  if (override.undoneAt) throw new AppError("conflict", `${override.undoneBy} took this back already.`)
  const rows = new Map(
    override.rows.map(({ customerId, before, after }) => [customerId, { before: before as Values, after: after as Values }]),
  )
  const customers = await readCustomerValues(tx, [...rows.keys()], override.fields.filter(isOverridable))
  const plans = customers.map((customer) => {
    const { before, after } = rows.get(customer.customerId) ?? { before: {}, after: {} }
    return { customer, ...planUndo(before, after, customer.values) }
  })
  const due = plans.filter(({ back }) => back.length > 0)
  const kept = plans.filter((plan) => plan.kept.length > 0).map((plan) => `${plan.customer.name}: ${labelsOf(plan.kept)}`)
  await writeValues(
    ctx,
    due.map(({ customer, back }) => ({ id: customer.customerId, seen: customer.version, values: toValues(back, "to") })),
  )
  await tx.override.update({ where: { id: overrideId }, data: { undoneAt: now, undoneBy: actor.name, kept } })
  auditMove(ctx, {
    move: "hierarchy.undo_override",
    record: { kind: "hierarchy", id: override.hierarchyId, label: override.hierarchy.number },
    to: due.length === 1 ? "1 member" : `${due.length} members`,
    reason: kept.length > 0 ? `Left as somebody made it since: ${kept.slice(0, 20).join("; ")}${kept.length > 20 ? "…" : ""}.` : null,
    touched: due.map(({ customer }) => customer.customerId),
    others: due.map(({ customer, back }) => ({ record: customerOf(customer), changes: back })),
  })
  ctx.ledger.touch("", overrideId)
  return { done: due.map(({ customer, back }) => ({ member: customer, changes: back })), kept }
}
