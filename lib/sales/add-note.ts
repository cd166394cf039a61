import { z } from "zod"
import type { Staff } from "@/lib/identity/actor"
import type { Ctx } from "@/lib/platform/context"
import { notFound } from "@/lib/platform/errors"
import { newId } from "@/lib/platform/ids"

const keys = { lead: "leadId", opportunity: "opportunityId", account: "accountId", contact: "contactId" } as const

export const AddNote = z.object({
  about: z.enum(["lead", "opportunity", "account", "contact"]),
  id: z.uuid(),
  text: z.string().trim().min(1, "Write something first").max(4000, "Keep the note under 4,000 characters"),
})
export type AddNote = z.infer<typeof AddNote>

/** Writes a note on a Sales record; closed records take notes too, since they explain what happened. */
export async function addNote({ tx, actor, now }: Ctx & { actor: Staff }, { about, id, text }: AddNote) {
  const where = { where: { id } }
  const found = {
    lead: tx.lead.count(where),
    opportunity: tx.opportunity.count(where),
    account: tx.account.count(where),
    contact: tx.contact.count(where),
  }
  if ((await found[about]) === 0) throw notFound(about)
  const note = { id: newId(), at: now, actorId: actor.id, actorName: actor.name, text, [keys[about]]: id }
  await tx.activity.create({ data: note })
  return { id: note.id }
}
