import type { Staff } from "@/lib/identity/actor"
import type { Ctx } from "@/lib/platform/context"
import { Prisma } from "@/lib/platform/db"
import { type EditableKind, editAnswer, editRecord } from "@/lib/platform/editing/edit-record"
import type { EditRecord } from "@/lib/platform/editing/schema"
import { leadEditables } from "./editables"
import type { LeadToJudge } from "./get-lead-to-judge"
import { leadKeys } from "./lead-keys"
import { refusalToEdit } from "./rules"

export { leadKeys }

const kind: EditableKind<LeadToJudge, Staff> = {
  kind: "lead",
  table: Prisma.sql`sales.lead`,
  move: "lead.edit",
  editables: leadEditables,
  find: (tx, id) => tx.lead.findUnique({ where: { id } }),
  labelOf: ({ companyName }) => companyName,
  refusal: refusalToEdit,
  follow: (_, after, before) => ({
    ...leadKeys(after),
    // Another address has not been confirmed by anybody.
    ...(after.email === before.email ? {} : { emailConfirmedAt: null }),
  }),
  write: (tx, { id, version }, data) => tx.lead.updateMany({ where: { id, version }, data }),
}

/** Edits an open lead, field by field. */
export async function editLead(ctx: Ctx & { actor: Staff }, input: EditRecord) {
  return editAnswer(await editRecord(ctx, kind, input))
}
