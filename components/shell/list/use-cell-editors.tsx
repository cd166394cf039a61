"use client"
import { useCallback } from "react"
import type { ListRow } from "@/lib/platform/list-source"
import { CellClash } from "./cell-clash"
import { CellEditor } from "./cell-editor"
import type { ListColumn } from "./list-columns"
import { useCellEdits } from "./use-cell-edits"

type CellEditorsProps = {
  columns: readonly ListColumn[]
  freshen: (ids: readonly string[]) => Promise<unknown>
  /** Gives the keyboard back to a row. */
  backTo: (id: string) => void
}

/** What stands in the cells that are edited: editors, conflicts, and values that are on their way to the server. */
export function useCellEditors({ columns, freshen, backTo }: CellEditorsProps) {
  const { edits, editing, clash, saving, begin, save, cancel, keepTheirs } = useCellEdits(columns, freshen)
  const editable = useCallback((row: ListRow, name: string) => edits[name] !== undefined && edits[name].refusal(row) === null, [edits])

  const shownRow = (row: ListRow): ListRow => {
    const keyOf = (name: string) => `${row.id} ${name}`
    if (saving.size === 0 || !columns.some(({ name }) => saving.has(keyOf(name)))) return row
    const cells = columns.map(({ name }, place) => (saving.has(keyOf(name)) ? saving.get(keyOf(name)) : row.cells[place]) ?? null)
    return { ...row, cells }
  }

  const clashOf = (row: ListRow) => {
    if (clash?.id !== row.id) return null
    const { name, from, to, sentence } = clash
    const mine = () => save(row, name, from, to, true).then(() => backTo(row.id))
    const theirs = () => {
      keepTheirs()
      backTo(row.id)
    }
    return { name, isInPlace: false, node: <CellClash sentence={sentence} onTheirs={theirs} onMine={mine} /> }
  }

  const editorOf = (row: ListRow) => {
    if (editing?.id !== row.id) return editing ? null : clashOf(row)
    const { name, row: shown } = editing
    const edit = edits[name]
    if (!edit) return null
    const at = columns.findIndex((column) => column.name === name)
    const value = edit.valueOf(shown.cells[at] ?? null)
    const leave = () => {
      cancel()
      backTo(row.id)
    }
    const keep = (to: string) => {
      backTo(row.id)
      save(shown, name, value, to)
    }
    const node = <CellEditor label={columns[at]?.label ?? ""} edit={edit} value={value} onSave={keep} onCancel={leave} />
    return { name, isInPlace: edit.options === undefined, node }
  }

  return { begin, editable, shownRow, editorOf }
}
