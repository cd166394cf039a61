import type { ActionResult } from "@/lib/identity/action"
import type { Refusal } from "@/lib/platform/errors"
import type { ListRow } from "@/lib/platform/list-source"
import type { CellEdit, SaveOutcome } from "./cell-edit"
import { afterMove } from "./save-cell"

type Owner = { id: string; name: string }
type OwnerEdit = {
  /** Where everybody is listed who can own such a record. */
  owners: string
  refusalTo: (row: ListRow, ownerId: string | null) => Refusal | null
  /** `was`: the owner that was shown; undefined takes it from anybody. */
  assign: (row: ListRow, ownerId: string, was: string | null | undefined) => Promise<ActionResult<unknown>>
}

const names = new Map<string, string>()
const asked = new Map<string, Promise<readonly Owner[]>>()

/** Everybody who can own a record, asked for once. */
function listOwners(path: string): Promise<readonly Owner[]> {
  const known = asked.get(path)
  if (known) return known
  const answer = fetch(path)
    .then((response) => (response.ok ? (response.json() as Promise<Owner[]>) : Promise.reject(new Error(`${response.status}`))))
    .catch((error) => {
      asked.delete(path)
      throw error
    })
  asked.set(path, answer)
  return answer
}

/** The cell **Owner**: everybody who can own the record, as far as the person may give it to them. */
export function ownerEdit({ owners: path, refusalTo, assign }: OwnerEdit): CellEdit {
  const save = async (row: ListRow, from: string, to: string, isForced: boolean): Promise<SaveOutcome> => {
    const outcome = afterMove(await assign(row, to, isForced ? undefined : from || null), !isForced)
    return outcome.is === "saved" && from !== "" && names.has(from) ? { ...outcome, undo: () => save(row, to, from, false) } : outcome
  }
  return {
    options: async () => {
      const owners = (await listOwners(path)).filter(({ id }) => refusalTo(nobodys, id) === null)
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
