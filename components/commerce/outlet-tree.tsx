"use client"
import { ChevronDown, ChevronRight, Store } from "lucide-react"
import { type DragEvent, useState } from "react"
import { headSign } from "@/components/commerce/outlet-commands"
import { headId, type TreeRow, type useOutletTree } from "@/components/commerce/use-outlet-tree"
import { cn } from "@/components/ui/cn"
import type { OutletView } from "@/lib/commerce/hierarchies/queries"
import { refusalToMoveOutlet } from "@/lib/commerce/outlets/outlet-rules"

type OutletTreeProps = {
  organization: { name: string; number: string }
  /** Members who work at the organization itself. */
  membersAtHead: number
  outlets: readonly OutletView[]
  tree: ReturnType<typeof useOutletTree>
  /** Without it nothing is dragged. */
  onMove?: (outlet: OutletView, parentId: string | null) => void
}

const indent = 22

/** The organization and its outlets, drawn as a tree: arrows walk it, Enter opens the customer, an outlet is dragged onto the one that it is to stand below. */
export function OutletTree({ organization, membersAtHead, outlets, tree, onMove }: OutletTreeProps) {
  const [dragged, setDragged] = useState<OutletView | null>(null)
  const [over, setOver] = useState<string | null>(null)
  const { rows, selected, select, turn, press, list } = tree
  const mayDrop = (row: TreeRow) => dragged !== null && refusalToMoveOutlet(outlets, dragged, row.outlet?.id ?? null) === null
  const end = () => {
    setDragged(null)
    setOver(null)
  }
  const dragging = (row: TreeRow) => {
    if (!onMove) return {}
    const { outlet } = row
    return {
      draggable: outlet !== null,
      onDragStart: (event: DragEvent) => {
        event.dataTransfer.effectAllowed = "move"
        event.dataTransfer.setData("text/plain", outlet?.name ?? "")
        setDragged(outlet)
      },
      onDragEnd: end,
      onDragOver: (event: DragEvent) => {
        if (!mayDrop(row)) return
        event.preventDefault()
        setOver(row.id)
      },
      onDragLeave: () => setOver((before) => (before === row.id ? null : before)),
      onDrop: (event: DragEvent) => {
        event.preventDefault()
        if (dragged && mayDrop(row)) onMove(dragged, outlet?.id ?? null)
        end()
      },
    }
  }
  return (
    <div ref={list} role="tree" aria-label="Outlets" className="px-4 pb-3 max-m:px-2">
      {rows.map((row) => (
        <div
          key={row.id}
          role="treeitem"
          data-row={row.id}
          aria-level={row.level}
          aria-expanded={row.isParent ? row.isOpen : undefined}
          aria-selected={row === selected}
          tabIndex={row === selected ? 0 : -1}
          onClick={() => select(row)}
          onKeyDown={press}
          {...dragging(row)}
          style={{ paddingLeft: (row.level - 1) * indent + 8 }}
          className={cn(
            "flex min-h-9 cursor-default items-center gap-2 rounded-2 border border-transparent pr-2 -outline-offset-2 hover:bg-sheet-hover aria-selected:bg-accent-soft",
            over === row.id && "border-focus bg-accent-soft",
            dragged?.id === row.id && "opacity-50",
          )}
        >
          <Turner row={row} onTurn={turn} />
          <span className="flex-none text-ink-3">{row.outlet ? <Store size={16} aria-hidden="true" /> : headSign}</span>
          <span className={cn("min-w-0 truncate", row.id === headId ? "font-semi" : "font-medium")}>
            {row.outlet?.name ?? organization.name}
          </span>
          <span className="flex-none text-ink-3 tabular-nums max-m:hidden">{row.outlet?.number ?? organization.number}</span>
          <span className="min-w-0 truncate text-ink-3 max-m:hidden">{row.outlet?.city}</span>
          <span className="ml-auto flex-none text-ink-2 tabular-nums">{membersIn(row.outlet?.members ?? membersAtHead)}</span>
        </div>
      ))}
    </div>
  )
}

const membersIn = (members: number) => (members === 1 ? "1 member" : `${members} members`)

/** Opens and closes a branch by mouse; the keys are the row's. */
function Turner({ row, onTurn }: { row: TreeRow; onTurn: (row: TreeRow, isOpen: boolean) => void }) {
  if (!row.isParent) return <span className="w-6 flex-none" />
  const Sign = row.isOpen ? ChevronDown : ChevronRight
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a part of the tree's row, whose arrow keys do the same
    // biome-ignore lint/a11y/useKeyWithClickEvents: the arrow keys are the row's
    <span
      className="flex size-6 flex-none items-center justify-center text-ink-3 hover:text-ink"
      onClick={(event) => {
        event.stopPropagation()
        onTurn(row, !row.isOpen)
      }}
    >
      <Sign size={16} aria-hidden="true" />
    </span>
  )
}
