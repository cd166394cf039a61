"use client"
import { DndContext, type DragEndEvent, PointerSensor, useSensor, useSensors } from "@dnd-kit/core"
import { RotateCcw } from "lucide-react"
import { useRouter } from "next/navigation"
import { type FormEvent, useEffect, useRef, useState } from "react"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { Select } from "@/components/ui/select"
import { SubmitButton } from "@/components/ui/submit-button"
import { listHref, otherThan } from "@/lib/platform/list-href"
import type { ListQuery, WorkListKey } from "@/lib/platform/list-query"
import { workShapes } from "@/lib/views/work-shapes"
import { choicesOf, moveColumn } from "./column-order"
import { ColumnRow } from "./column-row"

type ColumnsDialogProps = { list: WorkListKey; query: ListQuery; onClose: () => void }

/** Which fields a view shows, in which order and how wide. */
export function ColumnsDialog({ list, query, onClose }: ColumnsDialogProps) {
  const shape = workShapes[list]
  const router = useRouter()
  const [choices, setChoices] = useState(() => choicesOf(shape, query.columns))
  const [news, setNews] = useState("")
  const focusNext = useRef<string | null>(null)
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }))
  const word = (field: string) => shape.fields[field]?.label ?? field

  useEffect(() => {
    if (focusNext.current) document.getElementById(focusNext.current)?.focus()
    focusNext.current = null
  })

  const move = (field: string, to: number) => {
    const next = moveColumn(choices, field, to)
    setChoices(next)
    setNews(`${word(field)} is column ${next.findIndex((one) => one.field === field) + 1} of ${next.length}`)
  }
  const drop = ({ active, over }: DragEndEvent) => {
    const to = choices.findIndex(({ field }) => field === over?.id)
    if (to > 0) move(String(active.id), to)
  }
  const remove = (field: string) => {
    setChoices(choices.filter((one) => one.field !== field))
    setNews(`${word(field)} removed`)
    focusNext.current = "add-column"
  }
  const add = (field: string) => {
    if (!field) return
    setChoices([...choices, { field, width: null }])
    setNews(`${word(field)} added as the last column`)
  }
  const apply = (event: FormEvent) => {
    event.preventDefault()
    onClose()
    router.push(listHref(shape, query, { columns: otherThan(shape.columns, choices), after: query.after, before: query.before }), {
      scroll: false,
    })
  }
  const others = Object.entries(shape.fields).filter(([name]) => !choices.some(({ field }) => field === name))
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title="Columns"
      sentence="What each row shows, from left to right. Save the view to keep it."
      form={{ onSubmit: apply, noValidate: true }}
      note={
        <Button
          size="s"
          tone="ghost"
          icon={<RotateCcw aria-hidden="true" />}
          onClick={() => {
            setChoices(choicesOf(shape, null))
            setNews("The list's own columns")
          }}
        >
          Reset
        </Button>
      }
      footer={<SubmitButton>Apply</SubmitButton>}
    >
      <DndContext sensors={sensors} onDragEnd={drop} accessibility={{ container: document.body }}>
        <ol className="grid" aria-label="Columns in order">
          {choices.map(({ field, width }, place) => (
            <ColumnRow
              key={field}
              field={field}
              label={word(field)}
              place={place}
              last={choices.length - 1}
              width={width}
              usualWidth={shape.fields[field]?.width ?? null}
              onMove={(to) => move(field, to)}
              onWidth={(to) => setChoices(choices.map((one) => (one.field === field ? { field, width: to } : one)))}
              onRemove={() => remove(field)}
            />
          ))}
        </ol>
      </DndContext>
      <div className="flex flex-wrap items-center gap-2">
        <label htmlFor="add-column" className="font-medium">
          Add a column
        </label>
        <div className="min-w-0 flex-1">
          <Select id="add-column" value="" placeholder="Choose a field" onChange={(event) => add(event.target.value)}>
            {others.map(([name, { label }]) => (
              <option key={name} value={name}>
                {label}
              </option>
            ))}
          </Select>
        </div>
      </div>
      <p role="status" className="sr-only">
        {news}
      </p>
    </Dialog>
  )
}
