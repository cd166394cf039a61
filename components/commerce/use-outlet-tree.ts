import { type KeyboardEvent, useRef, useState } from "react"
import type { OutletView } from "@/lib/commerce/hierarchies/queries"
import { inOrder } from "@/lib/commerce/outlets/outlet-rules"

export type TreeRow = { id: string; level: number; outlet: OutletView | null; isParent: boolean; isOpen: boolean }

/** The id under which the organization stands in the tree. */
export const headId = "organization"

/** Which rows of a tree show, which is selected, and the keys that walk it: arrows, Home, End. The organization is the first row. */
export function useOutletTree(outlets: readonly OutletView[], onEnter: (row: TreeRow) => void) {
  const [selectedId, setSelectedId] = useState(headId)
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const list = useRef<HTMLDivElement>(null)

  const all = inOrder(outlets)
  const isClosedAbove = (outlet: OutletView): boolean => {
    if (closed.has(outlet.parentId ?? headId)) return true
    const above = outlets.find(({ id }) => id === outlet.parentId)
    return above ? isClosedAbove(above) : false
  }
  const rows: TreeRow[] = [
    { id: headId, level: 1, outlet: null, isParent: outlets.length > 0, isOpen: !closed.has(headId) },
    ...all
      .filter((outlet) => !isClosedAbove(outlet))
      .map(({ level, ...outlet }) => ({
        id: outlet.id,
        level: level + 1,
        outlet,
        isParent: outlets.some(({ parentId }) => parentId === outlet.id),
        isOpen: !closed.has(outlet.id),
      })),
  ]
  const selected = rows.find(({ id }) => id === selectedId) ?? rows[0]

  const select = (row: TreeRow | undefined) => {
    if (!row) return
    setSelectedId(row.id)
    list.current?.querySelector<HTMLElement>(`[data-row="${row.id}"]`)?.focus()
  }
  const turn = (row: TreeRow, isOpen: boolean) =>
    setClosed((before) => {
      const next = new Set(before)
      if (isOpen) next.delete(row.id)
      else next.add(row.id)
      return next
    })

  const press = (event: KeyboardEvent) => {
    if (!selected || event.ctrlKey || event.metaKey || event.altKey) return
    const at = rows.indexOf(selected)
    const deeds: Record<string, () => void> = {
      arrowdown: () => select(rows[at + 1]),
      arrowup: () => select(rows[at - 1]),
      home: () => select(rows[0]),
      end: () => select(rows.at(-1)),
      arrowright: () => (selected.isParent && !selected.isOpen ? turn(selected, true) : select(rows[at + 1])),
      arrowleft: () =>
        selected.isParent && selected.isOpen
          ? turn(selected, false)
          : select(rows.find(({ id }) => id === (selected.outlet?.parentId ?? headId))),
      enter: () => onEnter(selected),
    }
    const deed = deeds[event.key.toLowerCase()]
    if (!deed) return
    event.preventDefault()
    event.stopPropagation()
    deed()
  }
  return { rows, selected, select, turn, press, list }
}
