import type { Staff } from "@/lib/identity/actor"
import type { Ctx } from "@/lib/platform/context"
import { Prisma, type Tx } from "@/lib/platform/db"
import { type EditableKind, editRecord } from "@/lib/platform/editing/edit-record"
import type { EditRecord } from "@/lib/platform/editing/schema"
import { searchText } from "@/lib/platform/fold"
import { gone } from "@/lib/platform/merged-record"
import { fullName } from "@/lib/platform/party"
import { judgeAddressEdit } from "./business-address"
import { namePeople } from "./change-customers"
import { listCodes, standingWords } from "./codes"
import { type CodeWords, customerEditables, withOwn } from "./editables"
import { insistOnEmail } from "./follow-party"
import { type CustomerType, refusalToEdit } from "./rules"

const find = (tx: Tx, id: string) =>
  tx.customer.findUnique({ where: { id }, include: { memberships: { where: { removedAt: null }, take: 1, select: { id: true } } } })
type Row = NonNullable<Awaited<ReturnType<typeof find>>>

/** Edits a customer in Commerce, field by field; `lib/sync` carries what is shared to its account or contact. */
export async function editCustomerInCommerce(ctx: Ctx & { actor: Staff }, input: EditRecord) {
  const stood = await find(ctx.tx, input.id)
  if (!stood) throw await gone(ctx.tx, "customer", input.id)
  const codes = withOwn(standingWords(await listCodes(ctx.tx)), stood)
  const changes = judgeAddressEdit(addressOf(stood), input.changes)
  const edited = await editRecord(ctx, kindOf(stood.type, codes), { ...input, changes })
  if (edited.after.name !== edited.before.name) await namePeople(ctx, [input.id])
  return edited
}

const addressOf = ({ country, street, street2, city, stateProvince, postalCode }: Row) => ({
  ...{ country, street, street2, city, stateProvince, postalCode },
})

const kindOf = (type: CustomerType, codes: CodeWords): EditableKind<Row, Staff> => ({
  kind: "customer",
  table: Prisma.sql`commerce.customer`,
  move: "customer.edit",
  editables: customerEditables(type, codes),
  find,
  labelOf: ({ number }) => number,
  refusal: refusalToEdit,
  follow: async (ctx, after, before) => {
    const { id, number, memberships } = after
    if (type === "person" && after.email !== before.email)
      await insistOnEmail(ctx, { id, number, isMember: memberships.length > 0 }, after.email)
    const firstName = type === "person" ? (after.firstName ?? "") : null
    const name = type === "person" ? fullName({ firstName: firstName ?? "", lastName: after.lastName ?? "" }) : after.name
    return { name, firstName, searchText: searchText(name, after.email, after.taxId, after.phone, number, after.searchName) }
  },
  write: (tx, { id, version }, data) => tx.customer.updateMany({ where: { id, version }, data }),
})
