import type { Staff } from "@/lib/identity/actor"
import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { readNew } from "@/lib/platform/editing/read-new"
import { newId } from "@/lib/platform/ids"
import { companyDomain, nameKey } from "../match-keys"
import { accountSearchText } from "../search-texts"
import { accountEditables } from "./editables"
import type { NewAccount } from "./schema"

/** Makes an account by hand, owned by whoever makes it. It gets a customer in Commerce when a lead of it is qualified. */
export async function newAccount(ctx: Ctx & { actor: Staff }, typed: NewAccount) {
  const { tx, actor, now } = ctx
  const { data, text } = readNew(accountEditables, typed)
  const id = newId()
  const name = text("name") ?? ""
  const keys = {
    nameKey: nameKey(name),
    domain: companyDomain(text("website"), text("email")),
    searchText: accountSearchText({ name, phone: text("phone"), customerNumber: null, taxId: text("taxId") }),
  }
  await tx.account.createMany({ data: [{ ...data, ...keys, id, name, ownerId: actor.id, ownerName: actor.name, createdAt: now }] })
  auditMove(ctx, { move: "account.create", record: { kind: "account", id, label: name } })
  return { id }
}
