"use client"
import {
  type Announcements,
  DndContext,
  type DragEndEvent,
  DragOverlay,
  KeyboardSensor,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
} from "@dnd-kit/core"
import { useRouter } from "next/navigation"
import { useContext, useId, useRef, useState } from "react"
import { KeysDialog } from "@/components/ui/keys-dialog"
import { useToast } from "@/components/ui/toast"
import type { Field } from "@/lib/platform/fields"
import type { ListRow } from "@/lib/platform/list-source"
import { addToHere } from "./add-to-here"
import { BoardLane } from "./board-lane"
import { Card } from "./card"
import { type CellAround, cellText } from "./cell"
import { CellEditsContext } from "./cell-edit"
import { whyNotUndone } from "./save-cell"
import { toNextLane } from "./to-next-lane"
import { type PackedLane, useLanes } from "./use-lanes"
import { useListKeys } from "./use-list-keys"
import { useTicking } from "./use-ticking"

export type BoardColumn = Pick<Field, "label" | "kind" | "words"> & { name: string }

export type BoardProps = {
  path: string
  params: string
  label: string
  /** The field whose values are the lanes. */
  field: string
  columns: readonly BoardColumn[]
  lanes: readonly PackedLane[]
  around: CellAround
}

const keys = [
  { key: "Tab", word: "Go to the next card" },
  { key: "Enter", word: "Open the record" },
  { key: "Space", word: "Pick up the card at its handle, and drop it" },
  { key: "Arrows", word: "Choose a lane for the card in hand" },
  { key: "Escape", word: "Leave the card where it was" },
]

/** A view as lanes of cards. A card is moved by mouse, by touch, or by keyboard with every step spoken. */
export function Board({ path, params, label, field, columns, lanes: given, around: shownAt }: BoardProps) {
  const around = useTicking(shownAt, columns)
  const id = useId()
  const router = useRouter()
  const { showToast } = useToast()
  const edit = useContext(CellEditsContext)[field]
  const { lanes, load, move } = useLanes(path, params, given)
  const [held, setHeld] = useState<ListRow | null>(null)
  const [said, setSaid] = useState("")
  const [isListed, setListed] = useState(false)
  useListKeys([{ keys: ["?"], run: () => setListed(true) }])
  const isUnderWay = useRef(false)
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 220, tolerance: 8 } }),
    useSensor(KeyboardSensor, { coordinateGetter: toNextLane }),
  )

  const [first] = columns
  const nameOf = (row: ListRow | null | undefined) => (row && first ? cellText(first, row.cells[0] ?? null) : "the card")
  const rowOf = (rowId: unknown) => lanes.flatMap(({ rows }) => rows).find((row) => row.id === rowId)
  const laneOf = (value: unknown) => lanes.find((lane) => lane.value === value)
  const homeOf = (row: ListRow) => lanes.find(({ rows }) => rows.includes(row))
  const announcements: Announcements = {
    onDragStart: ({ active }) => {
      isUnderWay.current = false
      return `Picked up ${nameOf(rowOf(active.id))}.`
    },
    onDragOver: ({ active, over }) => {
      // Its own lane is told once it comes back there, not over the word that it was picked up.
      if (!isUnderWay.current && over?.id === active.data.current?.lane) return undefined
      isUnderWay.current = true
      return over ? `${nameOf(rowOf(active.id))} is over ${laneOf(over.id)?.label}.` : "Over no lane."
    },
    onDragEnd: ({ active, over }) =>
      over ? `Dropped ${nameOf(rowOf(active.id))} on ${laneOf(over.id)?.label}.` : `${nameOf(rowOf(active.id))} stays where it was.`,
    onDragCancel: ({ active }) => `${nameOf(rowOf(active.id))} stays where it was.`,
  }
  const refuse = (row: ListRow, why: string) => {
    showToast({ tone: "bad", title: `${nameOf(row)} was not moved`, text: why })
    setSaid(`${nameOf(row)} was not moved. ${why}`)
  }

  const drop = async ({ active, over }: DragEndEvent) => {
    setHeld(null)
    const row = rowOf(active.id)
    const from = row && homeOf(row)
    const to = laneOf(over?.id)
    if (!row || !from || !to || from === to) return
    const why = edit?.refusal(row)
    if (!edit || why) return refuse(row, why ?? `${columns.at(-1)?.label} is not changed by moving cards.`)
    const back = move(row, from.value, to.value)
    const outcome = await edit
      .save(row, from.value, to.value, false)
      .catch(() => ({ is: "refused", why: "The server could not be reached." }) as const)
    if (outcome.is !== "saved") back()
    if (outcome.is === "asks") router.push(addToHere(outcome.href), { scroll: false })
    if (outcome.is === "refused") refuse(row, outcome.why)
    if (outcome.is === "clash") refuse(row, outcome.sentence)
    if (outcome.is !== "saved") return
    const { undo } = outcome
    setSaid(`${nameOf(row)} is in ${to.label} now.`)
    showToast({
      title: `${nameOf(row)} moved to ${to.label}`,
      undo:
        undo &&
        (async () => {
          const why = await whyNotUndone(undo)
          router.refresh()
          if (why) refuse(row, why)
        }),
      seconds: undo ? 20 : 4,
    })
  }

  return (
    <DndContext
      id={id}
      sensors={sensors}
      accessibility={{
        announcements,
        screenReaderInstructions: {
          draggable: "Space picks the card up. Left and right choose a lane, Space drops it, Escape leaves it where it was.",
        },
      }}
      onDragStart={({ active }) => setHeld(rowOf(active.id) ?? null)}
      onDragCancel={() => setHeld(null)}
      onDragEnd={drop}
    >
      <section className="board" aria-label={label} id="rows" tabIndex={-1}>
        {lanes.map((lane) => (
          <BoardLane
            key={lane.value}
            lane={lane}
            columns={columns}
            around={around}
            hrefOf={(rowId) => `${path}/${rowId}${params && `?${params}`}`}
            load={load}
            isMovable={(row) => edit !== undefined && edit.refusal(row) === null}
          />
        ))}
      </section>
      <span role="status" className="sr-only">
        {said}
      </span>
      <KeysDialog open={isListed} onOpenChange={setListed} selectable={false} moves={keys} commands={[]} />
      <DragOverlay dropAnimation={null}>{held && <Card row={held} columns={columns} around={around} isHeld />}</DragOverlay>
    </DndContext>
  )
}
