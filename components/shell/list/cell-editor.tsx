"use client"
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react"
import { Bone } from "@/components/ui/skeleton"
import type { CellEdit, CellOption } from "./cell-edit"
import { CellPopover } from "./cell-popover"

type CellEditorProps = {
  label: string
  edit: CellEdit
  value: string
  onSave: (value: string) => void
  onCancel: () => void
}

/** The editor of a cell: a list of choices, or the text itself. Enter saves, Escape leaves it as it was. */
export function CellEditor(props: CellEditorProps) {
  return props.edit.options ? (
    <CellPopover>
      <Choices {...props} offered={props.edit.options} />
    </CellPopover>
  ) : (
    <TextCell {...props} />
  )
}

function TextCell({ label, edit, value, onSave, onCancel }: CellEditorProps) {
  const input = useRef<HTMLInputElement>(null)
  const isDone = useRef(false)
  useEffect(() => input.current?.select(), [])
  const end = (isSaved: boolean) => {
    if (isDone.current) return
    isDone.current = true
    const typed = input.current?.value.trim() ?? ""
    if (isSaved && typed !== value && (typed !== "" || edit.mayBeEmpty)) onSave(typed)
    else onCancel()
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== "Escape") return
    event.preventDefault()
    event.stopPropagation()
    end(event.key === "Enter")
  }
  return (
    <input
      ref={input}
      type={edit.input === "date" ? "date" : "text"}
      inputMode={edit.input === "decimal" ? "decimal" : undefined}
      className="cell-input"
      aria-label={label}
      defaultValue={value}
      onKeyDown={press}
      onBlur={() => end(true)}
    />
  )
}

const placeOf = (options: readonly CellOption[], value: string) =>
  Math.max(
    0,
    options.findIndex((option) => option.value === value),
  )

type ChoicesProps = CellEditorProps & { offered: NonNullable<CellEdit["options"]> }

function Choices({ label, value, offered, onSave, onCancel }: ChoicesProps) {
  const id = useId()
  const [options, setOptions] = useState<readonly CellOption[]>(typeof offered === "function" ? [] : offered)
  const list = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState(() => placeOf(options, value))
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, as the cell begins to be edited
  useEffect(() => {
    if (typeof offered !== "function") return
    offered().then((found) => {
      setOptions(found)
      setAt(placeOf(found, value))
    }, onCancel)
  }, [])
  useEffect(() => {
    list.current?.focus()
  }, [])
  useEffect(() => {
    document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: "nearest" })
  }, [id, at])
  const choose = (chosen: string | undefined) => (chosen === undefined || chosen === value ? onCancel() : onSave(chosen))
  const press = (event: KeyboardEvent) => {
    const { key } = event
    const to = { ArrowDown: Math.min(options.length - 1, at + 1), ArrowUp: Math.max(0, at - 1), Home: 0, End: options.length - 1 }[key]
    const typed =
      key.length === 1 && key !== " " ? options.findIndex(({ label: word }) => word.toLowerCase().startsWith(key.toLowerCase())) : -1
    if (to !== undefined) setAt(to)
    else if (typed >= 0) setAt(typed)
    else if (key === "Enter" || key === " ") choose(options[at]?.value)
    else if (key === "Escape" || key === "Tab") onCancel()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div
      ref={list}
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={`${id}-${at}`}
      className="cell-choices"
      onKeyDown={press}
      onBlur={onCancel}
    >
      {options.length === 0 && <Bone width={120} />}
      {options.map((option, place) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the list hears the keys
        <div
          key={option.value}
          id={`${id}-${place}`}
          role="option"
          tabIndex={-1}
          aria-selected={option.value === value}
          data-at={place === at || undefined}
          onMouseEnter={() => setAt(place)}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => choose(option.value)}
        >
          {option.label}
        </div>
      ))}
    </div>
  )
}
