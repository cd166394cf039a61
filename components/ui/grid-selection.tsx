"use client"
import { createContext, useContext } from "react"

export type SelectedRow = { id: string; href: string; name: string }

type GridSelection = {
  /** The ticked rows, in the order of the grid. */
  rows: readonly SelectedRow[]
  clear: () => void
}

export const GridSelectionContext = createContext<GridSelection>({ rows: [], clear: () => {} })

/** The rows that are ticked in the surrounding GridKeys. */
export const useGridSelection = () => useContext(GridSelectionContext)
