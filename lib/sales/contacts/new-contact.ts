import type { Staff } from "@/lib/identity/actor"
import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { readNew } from "@/lib/platform/editing/read-new"
import { newId } from "@/lib/platform/ids"
import { gone } from "@/lib/platform/merged-record"
import { fullName } from "@/lib/platform/party"
import { contactSearchText } from "../search-texts"
import { insistOnFreeEmail } from "./edit-contact"
import { contactEditables } from "./editables"
import type { NewContact } from "./schema"

/** Makes a contact of an account by hand, owned by whoever makes it. */
export async function newContact(ctx: Ctx & { actor: Staff }, { accountId, ...typed }: NewContact) {
  const { tx, actor, now } = ctx
  const account = await tx.account.findUnique({ where: { id: accountId }, select: { name: true } })
  if (!account) throw await gone(tx, "account", accountId)
  const { data, text } = readNew(contactEditables, typed)
  const id = newId()
  const names = { firstName: text("firstName") ?? "", lastName: text("lastName") ?? "" }
  const contact = { ...names, email: text("email"), phone: text("phone"), customerNumber: null }
  await insistOnFreeEmail(tx, { id, email: contact.email })
  const searchText = contactSearchText(contact, account.name)
  await tx.contact.createMany({
    data: [{ ...data, ...contact, id, accountId, searchText, ownerId: actor.id, ownerName: actor.name, createdAt: now }],
  })
  auditMove(ctx, { move: "contact.create", record: { kind: "contact", id, label: fullName(names) }, touched: [accountId] })
  return { id }
}
