"use client"
import { createContext, useContext } from "react"

export type SelectedRow = { id: string; href: string; name: string }

type GridSelection = {
  /** The ticked rows, in the order of the grid. */
  rows: readonly SelectedRow[]
  clear: () => void
  /** Whether rows have tick boxes. */
  selectable: boolean
  /** The letters that do something with rows. */
  commands: readonly { key: string; word: string }[]
}

export const GridSelectionContext = createContext<GridSelection | null>(null)

/** The ticked rows and the keys of the surrounding GridKeys; null outside of one. */
export const useGridSelection = () => useContext(GridSelectionContext)
