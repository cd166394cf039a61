import { useDraggable, useDroppable } from "@dnd-kit/core"
import { GripVertical } from "lucide-react"
import { cn } from "@/components/ui/cn"
import type { ListRow } from "@/lib/platform/list-source"
import type { BoardColumn } from "./board"
import { Card } from "./card"
import { type CellAround, cellText } from "./cell"
import { useCounts } from "./counting"
import type { LoadedLane } from "./use-lanes"

const figure = new Intl.NumberFormat("en")

type BoardLaneProps = {
  lane: LoadedLane
  columns: readonly BoardColumn[]
  around: CellAround
  hrefOf: (id: string) => string
  load: (lane: LoadedLane) => void
  isMovable: (row: ListRow) => boolean
}

const nearEnd = 240

/** A lane of a board: its name, how many it has, and its cards; more of them come as it is scrolled. */
export function BoardLane({ lane, columns, around, hrefOf, load, isMovable }: BoardLaneProps) {
  const { setNodeRef, isOver } = useDroppable({ id: lane.value })
  const { label, value, rows, next, progress } = lane
  const counted = useCounts().lanes?.[value]
  const { total, isMore } = (lane.isMore && counted) || lane
  return (
    <section ref={setNodeRef} className="lane" data-over={isOver || undefined} aria-label={label}>
      <h2 className="lane-head">
        {label}{" "}
        <span className="font-normal text-ink-3 tabular-nums">
          {total > 0 || !isMore ? `${figure.format(total)}${isMore ? "+" : ""}` : ""}
        </span>
      </h2>
      <ul
        className="lane-cards"
        onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
          if (next && progress === "idle" && scrollHeight - scrollTop - clientHeight < nearEnd) load(lane)
        }}
      >
        {rows.map((row) => (
          <Movable
            key={row.id}
            row={row}
            lane={lane.value}
            columns={columns}
            around={around}
            href={hrefOf(row.id)}
            isMovable={isMovable(row)}
          />
        ))}
        {rows.length === 0 && !next && <li className="px-2 py-3 text-12 text-ink-3">Nothing here</li>}
        {next && (
          <li>
            <button type="button" className="lane-more" aria-busy={progress === "loading" || undefined} onClick={() => load(lane)}>
              {progress === "loading" ? "Loading more" : progress === "failed" ? "Not loaded. Try again" : "Show more"}
            </button>
          </li>
        )}
      </ul>
    </section>
  )
}

type MovableProps = { row: ListRow; lane: string; columns: readonly BoardColumn[]; around: CellAround; href: string; isMovable: boolean }

function Movable({ row, lane, columns, around, href, isMovable }: MovableProps) {
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, isDragging } = useDraggable({
    id: row.id,
    data: { lane },
    disabled: !isMovable,
  })
  const { onKeyDown, ...pointer } = listeners ?? {}
  const [first] = columns
  const name = first ? cellText(first, row.cells[0] ?? null) : ""
  const { role: _role, tabIndex: _tab, "aria-disabled": _off, ...described } = attributes
  return (
    <li ref={setNodeRef} {...pointer} className={cn("card-place", isDragging && "card-left", isMovable && "card-movable")}>
      <Card row={row} columns={columns} around={around} href={href}>
        {isMovable && (
          <button
            ref={setActivatorNodeRef}
            type="button"
            className="card-grip"
            {...described}
            onKeyDown={onKeyDown as never}
            aria-label={`Move ${name}`}
          >
            <GripVertical size={14} aria-hidden="true" />
          </button>
        )}
      </Card>
    </li>
  )
}
