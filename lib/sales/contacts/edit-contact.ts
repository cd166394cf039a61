import type { Staff } from "@/lib/identity/actor"
import type { Ctx } from "@/lib/platform/context"
import { Prisma, type Tx } from "@/lib/platform/db"
import type { FieldText } from "@/lib/platform/editable"
import { type EditableKind, editRecord, followEdit } from "@/lib/platform/editing/edit-record"
import type { EditRecord } from "@/lib/platform/editing/schema"
import { AppError } from "@/lib/platform/errors"
import { fullName } from "@/lib/platform/party"
import { refusalToEditContact } from "../party-rules"
import { contactSearchText, refreshOpportunitiesOf } from "../search-texts"
import { contactEditables } from "./editables"

const find = (tx: Tx, id: string) => tx.contact.findUnique({ where: { id }, include: { account: { select: { name: true } } } })
type Row = NonNullable<Awaited<ReturnType<typeof find>>>

const kind: EditableKind<Row, Staff> = {
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
  await refreshNames(ctx, edited)
  return edited
}

/** Writes on a contact what its customer says now. */
export async function followCustomer(ctx: Ctx, id: string, values: Readonly<Record<string, FieldText>>) {
  const followed = await followEdit(ctx, kind, id, values)
  await refreshNames(ctx, followed)
  return { changes: followed.changes, label: fullName(followed.after) }
}

async function refreshNames({ tx }: Ctx, { before, after }: { before: Row; after: Row }): Promise<void> {
  if (fullName(before) !== fullName(after) || before.email !== after.email) await refreshOpportunitiesOf(tx, { contactId: after.id })
}
