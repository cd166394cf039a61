"use client"
import { useDraggable, useDroppable } from "@dnd-kit/core"
import { ArrowDown, ArrowUp, GripVertical, X } from "lucide-react"
import { Button } from "@/components/ui/button"
import { cn } from "@/components/ui/cn"
import { TextInput } from "@/components/ui/text-input"

type ColumnRowProps = {
  field: string
  label: string
  place: number
  last: number
  width: number | null
  usualWidth: number | null
  onMove: (to: number) => void
  onWidth: (to: number | null) => void
  onRemove: () => void
}

/** A column of a view: dragged by its handle, or moved by its buttons. The record's name stays first. */
export function ColumnRow({ field, label, place, last, width, usualWidth, onMove, onWidth, onRemove }: ColumnRowProps) {
  const isName = place === 0
  const drag = useDraggable({ id: field, disabled: isName })
  const drop = useDroppable({ id: field, disabled: isName })
  const shift = drag.transform ? { transform: `translateY(${Math.round(drag.transform.y)}px)` } : undefined
  return (
    <li
      ref={(row) => {
        drag.setNodeRef(row)
        drop.setNodeRef(row)
      }}
      style={shift}
      className={cn(
        "relative flex min-h-10 items-center gap-1 border-b border-line bg-raised last:border-0",
        drag.isDragging && "z-10 rounded-2 shadow-pop",
        drop.isOver && !drag.isDragging && "bg-accent-soft",
      )}
    >
      <span
        {...(isName ? {} : drag.listeners)}
        aria-hidden="true"
        className={cn("grid size-8 flex-none touch-none place-items-center text-ink-3", isName ? "opacity-0" : "cursor-grab")}
      >
        <GripVertical size={16} />
      </span>
      <span className="min-w-0 flex-1 wrap-anywhere">{label}</span>
      <TextInput
        aria-label={`Width of ${label} in pixels`}
        inputMode="numeric"
        className="w-[76px]! flex-none text-right tabular-nums"
        maxLength={3}
        autoComplete="off"
        placeholder={usualWidth === null ? "auto" : String(usualWidth)}
        value={width ?? ""}
        onChange={({ target }) => onWidth(/^\d{1,3}$/.test(target.value) ? Number(target.value) : null)}
      />
      <Button
        size="s"
        tone="ghost"
        iconOnly
        icon={<ArrowUp aria-hidden="true" />}
        reason={isName ? "The name stays first." : place === 1 ? "It follows the name already." : null}
        onClick={() => onMove(place - 1)}
      >
        {`Move ${label} up`}
      </Button>
      <Button
        size="s"
        tone="ghost"
        iconOnly
        icon={<ArrowDown aria-hidden="true" />}
        reason={isName ? "The name stays first." : place === last ? "It is the last column." : null}
        onClick={() => onMove(place + 1)}
      >
        {`Move ${label} down`}
      </Button>
      <Button
        size="s"
        tone="ghost"
        iconOnly
        icon={<X aria-hidden="true" />}
        reason={isName ? "Rows are opened by their name." : null}
        onClick={onRemove}
      >
        {`Remove ${label}`}
      </Button>
    </li>
  )
}
