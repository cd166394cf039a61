import type { Staff } from "@/lib/identity/actor"
import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { readNew } from "@/lib/platform/editing/read-new"
import { AppError } from "@/lib/platform/errors"
import { newId } from "@/lib/platform/ids"
import { gone } from "@/lib/platform/merged-record"
import { insistOn } from "@/lib/platform/overtaken"
import { opportunitySearchText } from "../search-texts"
import { refusalByRole } from "../worker"
import { opportunityEditables } from "./editables"
import type { NewOpportunity } from "./schema"

/** Opens another opportunity with an account that is known, at Qualify, owned by whoever opens it. It decides no prospect. */
export async function newOpportunity(ctx: Ctx & { actor: Staff }, { accountId, contactId, ...typed }: NewOpportunity) {
  const { tx, actor, now } = ctx
  const id = newId()
  await insistOn(ctx, refusalByRole(actor, "opportunity:edit", "make opportunities"), id)
  const account = await tx.account.findUnique({ where: { id: accountId }, select: { id: true, name: true } })
  if (!account) throw await gone(tx, "account", accountId)
  const contact = await tx.contact.findFirst({
    where: { id: contactId, accountId },
    select: { id: true, firstName: true, lastName: true, email: true },
  })
  if (!contact) throw new AppError("invalid", `Choose a contact of ${account.name}.`, { fields: { contactId: "Choose a contact" } })
  const { data, text } = readNew(opportunityEditables, typed)
  const topic = text("topic") ?? ""
  await tx.opportunity.createMany({
    data: [
      {
        ...data,
        id,
        topic,
        accountId,
        contactId,
        stage: "qualify",
        stageEnteredAt: now,
        ownerId: actor.id,
        ownerName: actor.name,
        createdAt: now,
        searchText: opportunitySearchText({ topic, prospectNumber: null, account, contact }),
      },
    ],
  })
  auditMove(ctx, {
    move: "opportunity.create",
    record: { kind: "opportunity", id, label: topic },
    to: "in_progress",
    touched: [accountId, contactId],
  })
  return { id }
}
