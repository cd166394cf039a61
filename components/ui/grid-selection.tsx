"use client"
import { createContext, useContext } from "react"

export type SelectedRow = { id: string; href: string; name: string }

type GridSelection = {
  /** The ticked rows, in the order of the grid. */
  rows: readonly SelectedRow[]
  clear: () => void
  /** How many records match the view, once all of them were selected instead of the ticked ones; null otherwise. */
  all?: number | null
  selectAll?: (count: number) => void
  /** Whether rows have tick boxes. */
  selectable: boolean
  /** The letters that do something with rows. */
  commands: readonly { key: string; word: string }[]
}

export const GridSelectionContext = createContext<GridSelection | null>(null)

/** The ticked rows and the keys of the surrounding list; null outside of one. */
export const useGridSelection = () => useContext(GridSelectionContext)
