import type { CellEdit, SaveOutcome } from "@/components/shell/list/cell-edit"
import type { ActionResult } from "@/lib/identity/action"
import type { Refusal } from "@/lib/platform/errors"
import type { Field } from "@/lib/platform/fields"
import type { ListRow } from "@/lib/platform/list-source"
import type { EditRecord } from "@/lib/sales/editing/schema"
import { afterEdit, type Edited } from "./save-cell"

type FieldEdit = {
  name: string
  field: Field
  edit: (input: EditRecord) => Promise<ActionResult<Edited>>
  refusalTo: (row: ListRow) => Refusal | null
}

/** A cell that is a field of the record itself: of a colleague who was faster it tells what they changed. */
export function fieldEdit({ name, field, edit, refusalTo }: FieldEdit): CellEdit {
  const save = async (row: ListRow, from: string, to: string): Promise<SaveOutcome> => {
    const result = await edit({ id: row.id, version: row.version, changes: { [name]: to }, base: { [name]: from } })
    const outcome = afterEdit(result, field)
    if (outcome.is !== "saved" || !result.ok) return outcome
    const { version } = result.data
    return { is: "saved", undo: () => save({ ...row, version }, to, from) }
  }
  return {
    options: field.words && Object.entries(field.words).map(([value, label]) => ({ value, label })),
    refusal: (row) => refusalTo(row)?.message ?? null,
    valueOf: (cell) => String(cell ?? ""),
    cellOf: (value) => value,
    save,
  }
}
