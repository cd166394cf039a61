import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { Prisma } from "@/lib/platform/db"
import { customerFields, type TermField, termFields } from "./fields"

/** A customer whose field is to hold another code; null for none. */
export type TermChange = { id: string; number: string; version: number; from: string | null; to: string | null }

const columns: Readonly<Record<TermField, Prisma.Sql>> = {
  customerGroup: Prisma.sql`customer_group`,
  paymentTerms: Prisma.sql`payment_terms`,
  paymentMethod: Prisma.sql`payment_method`,
  deliveryTerms: Prisma.sql`delivery_terms`,
  deliveryMode: Prisma.sql`delivery_mode`,
  priceGroup: Prisma.sql`price_group`,
  discountGroup: Prisma.sql`discount_group`,
}

/**
 * Gives many customers a code in one statement, each where its version still stands, and leaves one audit row for each. `reason` stands in
 * their history. Returns the new versions of those that it changed.
 */
export async function changeTerms(
  ctx: Ctx,
  field: TermField,
  given: readonly TermChange[],
  reason: string | null = null,
): Promise<Map<string, number>> {
  if (given.length === 0) return new Map()
  const rows = given.map(({ id, version, to }) => ({ id, version, to }))
  const written = await ctx.tx.$queryRaw<{ id: string; version: number }[]>`
    update commerce.customer c set ${columns[field]} = d."to", version = c.version + 1
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as d (id uuid, version int, "to" text)
    where c.id = d.id and c.version = d.version returning c.id, c.version`
  const versions = new Map(written.map(({ id, version }) => [id, version]))
  for (const { id, number, from, to } of given) {
    if (!versions.has(id)) continue
    const record = { kind: "customer" as const, id, label: number }
    auditMove(ctx, { move: "customer.edit", record, to: customerFields[field].label, changes: [{ field, from, to }], reason })
  }
  return versions
}

/** Whether a field is one whose code many customers can be given at once. */
export const isTermField = (key: string): key is TermField => termFields.some((field) => field === key)
