"use client"
import { useRouter } from "next/navigation"
import type { MouseEvent, PointerEvent } from "react"
import { heldWidth } from "@/lib/platform/column-width"
import { addToHere } from "./add-to-here"
import type { ListColumn } from "./list-columns"

const gripOf = ({ target }: MouseEvent) => (target instanceof Element ? target.closest<HTMLElement>("[data-grip]") : null)

/**
 * Columns are as wide as somebody drags the edges of their heads: the column follows the pointer, and the URL has its width once it is let go.
 * A double click gives the column back the width that it has by itself.
 */
export function useColumnWidths(columns: readonly ListColumn[]) {
  const router = useRouter()
  const keep = (name: string, width: number | null) => {
    const said = columns.map((column) => ({ name: column.name, width: column.name === name ? width : column.drawn }))
    const cols = said.map((column) => (column.width ? `${column.name}:${column.width}` : column.name)).join(",")
    router.replace(addToHere(`?cols=${cols}`), { scroll: false })
  }

  const onPointerDown = (event: PointerEvent<HTMLTableElement>) => {
    const grip = gripOf(event)
    const head = grip?.closest("th")
    if (!grip || !head || event.button !== 0) return
    event.preventDefault()
    const [table, name] = [event.currentTarget, grip.dataset.grip ?? ""]
    const column = table.querySelectorAll<HTMLElement>("colgroup > col")[head.cellIndex]
    const [begun, whole] = [head.offsetWidth, table.offsetWidth]
    const widthAt = ({ clientX }: { clientX: number }) => heldWidth(Math.round(begun + clientX - event.clientX))
    const follow = (moved: globalThis.PointerEvent) => {
      if (column) column.style.width = `${widthAt(moved)}px`
      table.style.minWidth = `${whole + widthAt(moved) - begun}px`
    }
    const letGo = (ended: globalThis.PointerEvent) => {
      grip.removeEventListener("pointermove", follow)
      table.style.minWidth = ""
      if (ended.type === "pointerup" && widthAt(ended) !== begun) keep(name, widthAt(ended))
      else if (column) column.style.width = width(columns, name)
    }
    grip.setPointerCapture(event.pointerId)
    grip.addEventListener("pointermove", follow)
    for (const end of ["pointerup", "pointercancel"] as const) grip.addEventListener(end, letGo, { once: true })
  }

  const onDoubleClick = (event: MouseEvent) => {
    const name = gripOf(event)?.dataset.grip
    if (name) keep(name, null)
  }
  return { onPointerDown, onDoubleClick }
}

function width(columns: readonly ListColumn[], name: string): string {
  const known = columns.find((column) => column.name === name)?.width
  return known ? `${known}px` : ""
}
