import type { ReactNode } from "react"
import { Status } from "@/components/ui/status"
import type { ListRow } from "@/lib/platform/list-source"
import type { BoardColumn } from "./board"
import { type CellAround, cellText, drawCell, timerLine } from "./cell"

type CardProps = {
  row: ListRow
  columns: readonly BoardColumn[]
  around: CellAround
  href?: string
  isHeld?: boolean
  children?: ReactNode
}

/** How far a record is through the time that it may take: cards grow old before everybody's eyes. */
function ageOf(row: ListRow, columns: readonly BoardColumn[]): "fresh" | "aging" | "old" {
  const waiting = row.cells[columns.findIndex(({ kind }) => kind === "age")]
  const stands = waiting !== null && typeof waiting === "object" ? waiting[1] : null
  return stands === "late" ? "old" : stands === "soon" ? "aging" : "fresh"
}

/** A record as a card: its name, and what the view's list says of it in a glance. */
export function Card({ row, columns, around, href, isHeld, children }: CardProps) {
  const [first, ...rest] = columns
  const lines = timerLines(row, columns, around.now)
  const name = first ? cellText(first, row.cells[0] ?? null) : ""
  return (
    <article className="card" data-age={ageOf(row, columns)} data-held={isHeld || undefined}>
      <div className="flex items-start gap-1">
        {href ? (
          <a className="card-name" href={href} draggable={false}>
            {name}
          </a>
        ) : (
          <span className="card-name">{name}</span>
        )}
        {children}
      </div>
      <div className="card-facts">
        {rest.slice(0, -1).map((column, at) => {
          const value = row.cells[at + 1] ?? null
          if (column.kind === "timer") return lines.has(column.name) && <TimerFact key={column.name} line={lines.get(column.name)} />
          return value === null && column.kind !== "person" ? null : <span key={column.name}>{drawCell(column, value, around)}</span>
        })}
      </div>
    </article>
  )
}

type Line = { sign: string; text: string }

/** The timers of a card: the first that runs, and the others once they warn. */
function timerLines(row: ListRow, columns: readonly BoardColumn[], now: number): Map<string, Line> {
  const lines = new Map<string, Line>()
  for (const [at, column] of columns.entries()) {
    const line = timerLine(column, row.cells[at] ?? null, now)
    if (line && (lines.size === 0 || line.sign !== "On time")) lines.set(column.name, line)
  }
  return lines
}

const TimerFact = ({ line }: { line: Line | undefined }) =>
  line && (
    <span>
      <Status word={line.sign} text={line.text} plain />
    </span>
  )
