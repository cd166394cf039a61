import type { MouseEvent } from "react"

/** What a click in the rows asks for; `cell` counts from the row's first cell, a tick box among them. */
type RowDeed = { id: string } & ({ is: "tick" | "open" | "open-aside" } | { is: "edit"; cell: number })

/** Pixels at a cell's end where its pencil stands; at its beginning where its text stands at the end. */
const editZone = 28

function isOnPencil(field: HTMLElement, x: number): boolean {
  const { left, right } = field.getBoundingClientRect()
  return field.matches(".g-right") ? x < left + editZone : x > right - editZone
}

/** Reads a click: null where it is for a link, a control or a selection of text, or for no row. */
export function rowDeed(event: MouseEvent): RowDeed | null {
  const target = event.target instanceof Element ? event.target : null
  const row = target?.closest<HTMLElement>("tbody tr[data-id]")
  const id = row?.dataset.id
  if (!target || !row || !id || event.button > 1) return null
  if (target.closest(".g-check")) return { id, is: "tick" }
  const field = target.closest<HTMLElement>("td.g-edit")
  if (field && isOnPencil(field, event.clientX)) return { id, is: "edit", cell: [...row.children].indexOf(field) }
  const link = target.closest("a")
  if ((link && !link.matches(".grid-link")) || target.closest("button, input, label, select")) return null
  if (!link && String(window.getSelection())) return null
  const isAside = event.button === 1 || event.ctrlKey || event.metaKey || event.shiftKey
  if (isAside && link) return null
  return { id, is: isAside ? "open-aside" : "open" }
}
