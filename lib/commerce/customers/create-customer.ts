import type { Staff } from "@/lib/identity/actor"
import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import type { Prisma } from "@/lib/platform/db"
import type { FieldText } from "@/lib/platform/editable"
import { readNew } from "@/lib/platform/editing/read-new"
import { AppError, insist } from "@/lib/platform/errors"
import { judgeNewAddress } from "./business-address"
import { listCodes, standingWords } from "./codes"
import { customerEditables } from "./editables"
import { insistOnEmail } from "./follow-party"
import { customerDraft, openCustomers } from "./open-customers"
import { type CustomerType, refusalToCreate, refusalToEmploy } from "./rules"
import type { NewCustomer } from "./schema"

/** A customer that was just made, with the texts of its fields by their keys. */
export type MadeCustomer = {
  id: string
  number: string
  name: string
  type: CustomerType
  organizationId: string | null
  values: Readonly<Record<string, FieldText>>
}

/**
 * Makes a customer by hand under the next number, Active from the start. A Person needs an email that nobody else signs in with, and orders
 * for an organization where one is given. `lib/sync/create-customer.ts` makes its account or contact too.
 */
export async function createCustomerInCommerce(ctx: Ctx & { actor: Staff }, input: NewCustomer): Promise<MadeCustomer> {
  insist(refusalToCreate(ctx.actor))
  const { type, organizationId, organization, ...fields } = input
  const editables = customerEditables(type, standingWords(await listCodes(ctx.tx)))
  const typed = { ...fields, ...(type === "organization" ? judgeNewAddress(fields) : {}) }
  const asked = Object.fromEntries(
    Object.keys(editables).map((key) => [key, new Map(Object.entries(typed)).get(key) || initial[key] || null]),
  )
  const { text, data } = readNew(editables, asked)
  const values = Object.fromEntries(Object.keys(editables).map((key) => [key, text(key)]))
  if (organizationId || organization.trim()) await insistOnOrganization(ctx, organizationId)
  if (type === "person") await insistOnEmail(ctx, { id: nobody, number: "", isMember: false }, values.email ?? null)
  const draft = customerDraft(type, values, { salesId: null, organizationId, status: "active", now: ctx.now })
  const number = (await openCustomers(ctx, [draft])).get(draft.id)?.number ?? ""
  await ctx.tx.customer.update({ where: { id: draft.id }, data: ownColumns(data) })
  auditMove(ctx, {
    move: "customer.create",
    record: { kind: "customer", id: draft.id, label: number },
    to: draft.name,
    touched: organizationId ? [organizationId] : [],
  })
  return { id: draft.id, number, name: draft.name, type, organizationId, values }
}

const nobody = "00000000-0000-0000-0000-000000000000"
const initial: Readonly<Record<string, string>> = { language: "en", hold: "none" }
/** What only Commerce keeps of a customer; the rest is in its draft. */
const own = ["searchName", "note", "hold", "holdReason", "currency", "customerGroup", "paymentTerms", "paymentMethod"]
const pricing = ["deliveryTerms", "deliveryMode", "priceGroup", "discountGroup"]

const ownColumns = (data: Record<string, unknown>): Prisma.CustomerUpdateInput =>
  Object.fromEntries(Object.entries(data).filter(([column]) => [...own, ...pricing].includes(column)))

async function insistOnOrganization({ tx }: Ctx, id: string | null): Promise<void> {
  const found = id && (await tx.customer.findUnique({ where: { id }, select: { name: true, number: true, type: true, status: true } }))
  const message = found ? refusalToEmploy(found)?.message : "Choose the organization from the list, or leave it empty"
  if (message) throw new AppError("invalid", message, { fields: { organizationId: message } })
}
