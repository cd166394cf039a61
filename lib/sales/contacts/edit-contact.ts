import type { Staff } from "@/lib/identity/actor"
import type { Ctx } from "@/lib/platform/context"
import { Prisma, type Tx } from "@/lib/platform/db"
import { AppError } from "@/lib/platform/errors"
import { fullName } from "@/lib/platform/party"
import { type EditableKind, editRecord } from "../editing/edit-record"
import type { EditRecord } from "../editing/schema"
import { refusalToEditContact } from "../party-rules"
import { contactSearchText, refreshOpportunitiesOf } from "../search-texts"
import { contactEditables } from "./editables"

const find = (tx: Tx, id: string) => tx.contact.findUnique({ where: { id }, include: { account: { select: { name: true } } } })
type Row = NonNullable<Awaited<ReturnType<typeof find>>>

const kind: EditableKind<Row> = {
  kind: "contact",
  table: Prisma.sql`sales.contact`,
  move: "contact.edit",
  editables: contactEditables,
  find,
  labelOf: fullName,
  refusal: refusalToEditContact,
  follow: async ({ tx }, after, before) => {
    if (after.email !== before.email) await insistOnFreeEmail(tx, after)
    return { searchText: contactSearchText(after, after.account?.name ?? null) }
  },
  write: (tx, { id, version }, data) => tx.contact.updateMany({ where: { id, version }, data }),
}

/** One contact for one address: says whose it is already. */
export async function insistOnFreeEmail(tx: Tx, { id, email }: { id: string; email: string | null }): Promise<void> {
  const other = email ? await tx.contact.findUnique({ where: { email }, select: { id: true, firstName: true, lastName: true } }) : null
  if (!other || other.id === id) return
  const message = `${fullName(other)} is a contact with this email already.`
  throw new AppError("invalid", message, { fields: { email: message } })
}

/** Edits a contact in Sales, field by field; `lib/sync` carries it to its customer. */
export async function editContactInSales(ctx: Ctx & { actor: Staff }, input: EditRecord) {
  const edited = await editRecord(ctx, kind, input)
  const { before, after } = edited
  if (fullName(before) !== fullName(after) || before.email !== after.email) await refreshOpportunitiesOf(ctx.tx, { contactId: input.id })
  return edited
}
