import type { Staff } from "@/lib/identity/actor"
import type { Ctx } from "@/lib/platform/context"
import { Prisma } from "@/lib/platform/db"
import { type EditableKind, editAnswer, editRecord } from "@/lib/platform/editing/edit-record"
import type { EditRecord } from "@/lib/platform/editing/schema"
import { opportunitySearchText } from "../search-texts"
import { opportunityEditables } from "./editables"
import { refusalToEdit } from "./rules"

const include = {
  account: { select: { name: true } },
  contact: { select: { firstName: true, lastName: true, email: true } },
} as const

type Row = Prisma.OpportunityGetPayload<{ include: typeof include }>

const kind: EditableKind<Row, Staff> = {
  kind: "opportunity",
  table: Prisma.sql`sales.opportunity`,
  move: "opportunity.edit",
  editables: opportunityEditables,
  find: (tx, id) => tx.opportunity.findUnique({ where: { id }, include }),
  labelOf: ({ topic }) => topic,
  refusal: refusalToEdit,
  follow: (_, after) => ({ searchText: opportunitySearchText(after) }),
  write: (tx, { id, version }, data) => tx.opportunity.updateMany({ where: { id, version }, data }),
}

/** Edits an open opportunity, field by field. */
export async function editOpportunity(ctx: Ctx & { actor: Staff }, input: EditRecord) {
  return editAnswer(await editRecord(ctx, kind, input))
}
