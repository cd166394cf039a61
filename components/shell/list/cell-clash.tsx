"use client"
import { useEffect, useRef } from "react"
import { Button } from "@/components/ui/button"
import { CellPopover } from "./cell-popover"

type CellClashProps = { sentence: string; onTheirs: () => void; onMine: () => void }

/** A colleague was faster: says so at the cell, and asks whose value it shall be. */
export function CellClash({ sentence, onTheirs, onMine }: CellClashProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.querySelector("button")?.focus(), [])
  return (
    <CellPopover>
      <div
        ref={box}
        role="alertdialog"
        aria-label="Changed meanwhile"
        aria-describedby="cell-clash"
        className="cell-clash"
        tabIndex={-1}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return
          event.stopPropagation()
          onTheirs()
        }}
      >
        <p id="cell-clash">{sentence}</p>
        <div className="mt-2.5 flex gap-2">
          <Button size="s" tone="primary" onClick={onTheirs}>
            Keep theirs
          </Button>
          <Button size="s" onClick={onMine}>
            Use mine
          </Button>
        </div>
      </div>
    </CellPopover>
  )
}
