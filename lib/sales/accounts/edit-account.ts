import type { Staff } from "@/lib/identity/actor"
import type { Ctx } from "@/lib/platform/context"
import { Prisma, type Tx } from "@/lib/platform/db"
import { type EditableKind, editRecord } from "../editing/edit-record"
import type { EditRecord } from "../editing/schema"
import { companyDomain, nameKey } from "../match-keys"
import { refusalToEditAccount } from "../party-rules"
import { accountSearchText, refreshContactsOf, refreshOpportunitiesOf } from "../search-texts"
import { accountEditables } from "./editables"

const find = (tx: Tx, id: string) => tx.account.findUnique({ where: { id } })
type Row = NonNullable<Awaited<ReturnType<typeof find>>>

const kind: EditableKind<Row> = {
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
  if (edited.after.name !== edited.before.name) {
    await refreshContactsOf(ctx.tx, input.id)
    await refreshOpportunitiesOf(ctx.tx, { accountId: input.id })
  }
  return edited
}
