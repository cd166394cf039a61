import type { CellEdit, SaveOutcome } from "@/components/shell/list/cell-edit"
import { afterMove } from "@/components/shell/list/save-cell"
import type { ActionResult } from "@/lib/identity/action"
import type { Refusal } from "@/lib/platform/errors"
import type { ListRow } from "@/lib/platform/list-source"
import type { Owner } from "@/lib/sales/owners"

type OwnerEdit = {
  refusalTo: (row: ListRow, ownerId: string | null) => Refusal | null
  /** `was`: the owner that was shown; undefined takes it from anybody. */
  assign: (row: ListRow, ownerId: string, was: string | null | undefined) => Promise<ActionResult<unknown>>
}

const names = new Map<string, string>()
let asked: Promise<readonly Owner[]> | null = null

/** Everybody who can own a record, asked for once. */
export function listOwners(): Promise<readonly Owner[]> {
  asked ??= fetch("/sales/owners")
    .then((answer) => (answer.ok ? (answer.json() as Promise<Owner[]>) : Promise.reject(new Error(`${answer.status}`))))
    .catch((error) => {
      asked = null
      throw error
    })
  return asked
}

/** The cell **Owner**: everybody who can own the record, as far as the person may give it to them. */
export function ownerEdit({ refusalTo, assign }: OwnerEdit): CellEdit {
  const save = async (row: ListRow, from: string, to: string, isForced: boolean): Promise<SaveOutcome> => {
    const outcome = afterMove(await assign(row, to, isForced ? undefined : from || null), !isForced)
    return outcome.is === "saved" && from !== "" && names.has(from) ? { ...outcome, undo: () => save(row, to, from, false) } : outcome
  }
  return {
    options: async () => {
      const owners = (await listOwners()).filter(({ id }) => refusalTo(nobodys, id) === null)
      for (const { id, name } of owners) names.set(id, name)
      return owners.map(({ id, name }) => ({ value: id, label: name }))
    },
    refusal: (row) => refusalTo(row, null)?.message ?? null,
    valueOf: (cell) => (Array.isArray(cell) ? String(cell[0]) : ""),
    cellOf: (value) => [value, names.get(value) ?? ""],
    save,
  }
}

const nobodys: ListRow = { id: "", version: 0, isOpen: true, ownerId: null, cells: [] }
