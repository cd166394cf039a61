"use client"
import type { ReactNode } from "react"
import { Button } from "@/components/ui/button"
import { useGridSelection } from "@/components/ui/grid-selection"
import { Kbd } from "@/components/ui/kbd"

const selected = (ticked: number, all: number | null): string =>
  all === null ? `${ticked.toLocaleString("en")} selected` : `All ${all.toLocaleString("en")} that match are selected`

type RailProps = {
  /** At the left while nothing is ticked: usually the Pager. */
  children?: ReactNode
  /** Commands for the ticked rows; they read useGridSelection. */
  bulk?: ReactNode
}

/**
 * The rail under a grid, always there; with a selection it becomes the bulk bar in the same height.
 * Inside a list it names the keys; on a page without, it keeps to the foot of the window.
 */
export function Rail({ children, bulk }: RailProps) {
  const grid = useGridSelection()
  if (!grid) return <div className="rail sticky bottom-0 mt-auto">{children}</div>
  const { rows, clear, all = null, selectable, commands } = grid
  const on = rows.length > 0 || all !== null
  const keys = [
    { keys: ["J", "K"], word: "move" },
    { keys: ["Enter"], word: "open" },
    ...(selectable ? [{ keys: ["X"], word: "select" }] : []),
    ...commands.map(({ key, word }) => ({ keys: [key.toUpperCase()], word })),
    { keys: ["?"], word: "all keys" },
  ]
  return (
    <div className="rail" data-on={on || undefined}>
      {selectable && (
        <span className={on ? "font-semi text-ink max-m:mr-auto" : "sr-only"} role="status">
          {on ? selected(rows.length, all) : ""}
        </span>
      )}
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
        {keys.map((entry) => (
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
