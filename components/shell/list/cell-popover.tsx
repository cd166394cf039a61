"use client"
import { type ReactNode, useLayoutEffect, useRef } from "react"

type CellPopoverProps = { children: ReactNode }

/** Something small that stands at a cell, above everything else. */
export function CellPopover({ children }: CellPopoverProps) {
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const shown = box.current
    const cell = shown?.closest("td, .card")?.getBoundingClientRect()
    if (!shown || !cell) return
    shown.showPopover()
    const { width, height } = shown.getBoundingClientRect()
    const isBelow = cell.bottom + height + 8 < window.innerHeight
    shown.style.left = `${Math.max(8, Math.min(cell.left, window.innerWidth - width - 8))}px`
    shown.style.top = `${isBelow ? cell.bottom + 2 : Math.max(8, cell.top - height - 2)}px`
  }, [])
  return (
    <div ref={box} popover="manual" className="cell-popover">
      {children}
    </div>
  )
}
