import type { Ctx } from "@/lib/platform/context"
import { type Editable, fieldText } from "@/lib/platform/editable"
import { newId } from "@/lib/platform/ids"
import { importFields } from "./import-fields"

type Changed = { id: string; data: Record<string, unknown>; before: Record<string, unknown> }

const fieldOf = new Map(Object.entries<Editable>(importFields).map(([field, editable]) => [editable.column, [field, editable] as const]))

const asText = (editable: Editable, column: string, values: Record<string, unknown>) =>
  column === "ownerId" ? fieldText(editable, values.ownerName) : fieldText(editable, values[column])

/** Writes what an import changed into the history of each lead, under the import's own audit row. */
export async function noteChanges({ tx, actor, now }: Ctx, importId: string, changed: readonly Changed[]): Promise<void> {
  const audit = await tx.auditEntry.findFirst({
    where: { recordIds: { has: importId }, move: { in: ["lead.import", "lead.undo_import"] } },
    orderBy: { at: "desc" },
    select: { id: true },
  })
  const rows = changed.flatMap(({ id, data, before }) =>
    Object.keys(before).flatMap((column) => {
      const found = fieldOf.get(column)
      if (!found) return []
      const [field, editable] = found
      const common = {
        id: newId(),
        auditId: audit?.id ?? importId,
        at: now,
        actorId: actor.id,
        actorName: actor.name,
        recordKind: "lead",
        recordId: id,
      }
      return [{ ...common, field, from: asText(editable, column, before), to: asText(editable, column, data) }]
    }),
  )
  if (rows.length > 0) await tx.fieldChange.createMany({ data: rows })
}
