import type { CellEdit, SaveOutcome } from "@/components/shell/list/cell-edit"
import { afterEdit, type Edited } from "@/components/shell/list/save-cell"
import type { ActionResult } from "@/lib/identity/action"
import type { Editable } from "@/lib/platform/editable"
import type { EditRecord } from "@/lib/platform/editing/schema"
import type { Refusal } from "@/lib/platform/errors"
import type { Cell } from "@/lib/platform/fields"
import type { ListRow } from "@/lib/platform/list-source"
import { dayTextOf } from "@/lib/platform/zone"

type FieldEdit = {
  name: string
  field: Editable
  edit: (input: EditRecord) => Promise<ActionResult<Edited>>
  refusalTo: (row: ListRow) => Refusal | null
}

/** A cell that is a field of the record itself: of a colleague who was faster it tells what they changed. */
function fieldEdit({ name, field, edit, refusalTo }: FieldEdit): CellEdit {
  const save = async (row: ListRow, from: string, to: string): Promise<SaveOutcome> => {
    const result = await edit({ id: row.id, version: row.version, changes: { [name]: to || null }, base: { [name]: from || null } })
    const outcome = afterEdit(result, field)
    if (outcome.is !== "saved" || !result.ok) return outcome
    const { version } = result.data
    return { is: "saved", undo: () => save({ ...row, version }, to, from) }
  }
  return {
    options: field.words && Object.entries(field.words).map(([value, label]) => ({ value, label })),
    input: field.kind === "day" ? "date" : field.kind === "money" || field.kind === "percent" ? "decimal" : undefined,
    mayBeEmpty: !field.isRequired,
    refusal: (row) => refusalTo(row)?.message ?? null,
    valueOf: (cell) => textOf(field, cell),
    cellOf: (value) => cellOf(field, value),
    save,
  }
}

/** The cells of several fields, by their names. */
export function fieldEdits<Key extends string>(
  names: readonly Key[],
  editables: Readonly<Record<Key, Editable>>,
  how: Pick<FieldEdit, "edit" | "refusalTo">,
): Readonly<Record<string, CellEdit>> {
  return Object.fromEntries(names.map((name) => [name, fieldEdit({ name, field: editables[name], ...how })]))
}

/** A cell as the text that is edited; money without its currency. */
function textOf({ kind }: Editable, cell: Cell): string {
  if (cell === null) return ""
  if (kind === "money" && typeof cell === "object") return Number(cell[0]).toFixed(2)
  return kind === "day" ? dayTextOf(new Date(cell as string | number)) : String(cell)
}

/** What stands in the cell while it is saved; an amount waits for the server, which knows its currency. */
const cellOf = ({ kind }: Editable, value: string): Cell =>
  value === "" || kind === "money" ? null : kind === "percent" ? Number.parseInt(value, 10) : value
