import type { Staff } from "@/lib/identity/actor"
import type { Ctx } from "@/lib/platform/context"
import { Prisma, type Tx } from "@/lib/platform/db"
import type { FieldText } from "@/lib/platform/editable"
import { type EditableKind, editRecord, followEdit } from "@/lib/platform/editing/edit-record"
import type { EditRecord } from "@/lib/platform/editing/schema"
import { companyDomain, nameKey } from "../match-keys"
import { refusalToEditAccount } from "../party-rules"
import { accountSearchText, refreshContactsOf, refreshOpportunitiesOf } from "../search-texts"
import { accountEditables } from "./editables"

const find = (tx: Tx, id: string) => tx.account.findUnique({ where: { id } })
type Row = NonNullable<Awaited<ReturnType<typeof find>>>

const kind: EditableKind<Row, Staff> = {
  kind: "account",
  table: Prisma.sql`sales.account`,
  move: "account.edit",
  editables: accountEditables,
  find,
  labelOf: ({ name }) => name,
  refusal: refusalToEditAccount,
  follow: (_, after, before) => ({
    searchText: accountSearchText(after),
    nameKey: nameKey(after.name),
    // A domain that came from its lead's email stays until a website says otherwise.
    ...(after.website === before.website ? {} : { domain: companyDomain(after.website, after.email) }),
  }),
  write: (tx, { id, version }, data) => tx.account.updateMany({ where: { id, version }, data }),
}

/** Edits an account in Sales, field by field; `lib/sync` carries it to its customer. */
export async function editAccountInSales(ctx: Ctx & { actor: Staff }, input: EditRecord) {
  const edited = await editRecord(ctx, kind, input)
  await refreshNames(ctx, edited)
  return edited
}

/** Writes on an account what its customer says now. */
export async function followCustomer(ctx: Ctx, id: string, values: Readonly<Record<string, FieldText>>) {
  const followed = await followEdit(ctx, kind, id, values)
  await refreshNames(ctx, followed)
  return { changes: followed.changes, label: followed.after.name }
}

async function refreshNames({ tx }: Ctx, { before, after }: { before: Row; after: Row }): Promise<void> {
  if (after.name === before.name) return
  await refreshContactsOf(tx, after.id)
  await refreshOpportunitiesOf(tx, { accountId: after.id })
}
