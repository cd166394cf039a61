"use client"
import { createContext } from "react"
import type { Cell } from "@/lib/platform/fields"
import type { ListRow } from "@/lib/platform/list-source"

export type SaveOutcome =
  | { is: "saved"; undo?: () => Promise<SaveOutcome> }
  | { is: "refused"; why: string }
  /** A colleague was faster: what they did, as a sentence. */
  | { is: "clash"; sentence: string }
  /** It takes a dialog, which stands at this address; `?` adds to the list's own. */
  | { is: "asks"; href: string }

export type CellOption = { value: string; label: string }

/** How a cell of a list is edited in its place. */
export type CellEdit = {
  /** Without options the cell is text. What the server has to be asked for is asked when the cell is edited. */
  options?: readonly CellOption[] | (() => Promise<readonly CellOption[]>)
  /** How the text is typed; plain when left out. */
  input?: "date" | "decimal"
  /** Whether the text may be taken out. */
  mayBeEmpty?: boolean
  /** Why the cell of this row cannot be edited. */
  refusal: (row: ListRow) => string | null
  valueOf: (cell: Cell) => string
  /** What stands in the cell while it is being saved. */
  cellOf: (value: string) => Cell
  /** `isForced`: also where a colleague changed it meanwhile. */
  save: (row: ListRow, from: string, to: string, isForced: boolean) => Promise<SaveOutcome>
}

/** What can be edited in a list's cells, by field. */
export const CellEditsContext = createContext<Readonly<Record<string, CellEdit>>>({})
