"use client"
import type { ReactNode } from "react"
import { Button } from "@/components/ui/button"
import { useGridSelection } from "@/components/ui/grid-selection"
import { Kbd } from "@/components/ui/kbd"

type RailProps = {
  /** At the left while nothing is ticked: usually the Pager. */
  children?: ReactNode
  /** Commands for the ticked rows; they read useGridSelection. */
  bulk?: ReactNode
  /** More keys to name at the right, e.g. [{ keys: ["Q"], word: "qualify" }]. */
  keys?: readonly { keys: readonly string[]; word: string }[]
}

/** The rail under a grid, always there; with a selection it becomes the bulk bar in the same height. */
export function Rail({ children, bulk, keys = [] }: RailProps) {
  const { rows, clear } = useGridSelection()
  const on = rows.length > 0
  const named = [{ keys: ["J", "K"], word: "move" }, { keys: ["Enter"], word: "open" }, { keys: ["X"], word: "select" }, ...keys]
  return (
    <div className="rail" data-on={on || undefined}>
      <span className={on ? "font-semi text-ink max-m:mr-auto" : "sr-only"} role="status">
        {on ? `${rows.length} selected` : ""}
      </span>
      {on ? (
        <>
          <Button tone="ghost" size="s" className="max-m:hidden" onClick={clear}>
            Clear
          </Button>
          {bulk && <span className="mx-1 h-[18px] w-px bg-accent-line max-m:hidden" />}
          {bulk}
        </>
      ) : (
        children
      )}
      <span className="rail-keys" aria-hidden="true">
        {[...named, { keys: ["?"], word: "all keys" }].map((entry) => (
          <span key={entry.word}>
            {entry.keys.map((key) => (
              <Kbd key={key}>{key}</Kbd>
            ))}
            {entry.word}
          </span>
        ))}
      </span>
    </div>
  )
}
