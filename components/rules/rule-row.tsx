"use client"
import { useDraggable, useDroppable } from "@dnd-kit/core"
import { ArrowDown, ArrowUp, GripVertical, Pencil, Trash2 } from "lucide-react"
import { Button } from "@/components/ui/button"
import { cn } from "@/components/ui/cn"
import { Tag } from "@/components/ui/tag"
import type { Rule } from "@/lib/sales/rule-sets/rule"

type RuleRowProps = {
  rule: Rule
  sentence: string
  place: number
  last: number
  /** Why nothing can be changed; null when it can. */
  reason: string | null
  problem: string | undefined
  onMove: (to: number) => void
  onTurn: (isOn: boolean) => void
  onEdit: () => void
  onRemove: () => void
}

/** A rule as a line of its set: dragged by its handle, or moved by its buttons. */
export function RuleRow({ rule, sentence, place, last, reason, problem, onMove, onTurn, onEdit, onRemove }: RuleRowProps) {
  const { id, name, isOn } = rule
  const drag = useDraggable({ id, disabled: reason !== null })
  const drop = useDroppable({ id, disabled: reason !== null })
  const shift = drag.transform ? { transform: `translateY(${Math.round(drag.transform.y)}px)` } : undefined
  return (
    <li
      ref={(row) => {
        drag.setNodeRef(row)
        drop.setNodeRef(row)
      }}
      style={shift}
      className={cn(
        "relative flex flex-wrap items-start gap-x-2 gap-y-1 border-b border-line bg-sheet py-2.5 pr-1 last:border-0",
        drag.isDragging && "z-10 rounded-2 shadow-pop",
        drop.isOver && !drag.isDragging && "bg-accent-soft",
      )}
    >
      <span
        {...(reason === null ? drag.listeners : {})}
        aria-hidden="true"
        className={cn("grid size-6 flex-none touch-none place-items-center text-ink-3", reason === null ? "cursor-grab" : "opacity-0")}
      >
        <GripVertical size={16} />
      </span>
      <span className="w-5 flex-none pt-0.5 text-right text-ink-3 tabular-nums">{place + 1}</span>
      <span className="flex-none pt-0.5">
        <input
          type="checkbox"
          className="check"
          aria-label={`${name} is on`}
          checked={isOn}
          disabled={reason !== null}
          onChange={(event) => onTurn(event.target.checked)}
        />
      </span>
      <div className="min-w-0 flex-1 basis-[220px]">
        <p className="flex flex-wrap items-center gap-2">
          <span className={cn("font-semi wrap-anywhere", !isOn && "text-ink-2")}>{name}</span>
          {!isOn && <Tag>Off</Tag>}
        </p>
        <p className="text-pretty wrap-anywhere text-ink-2">{sentence}</p>
        {problem && <p className="text-12 font-medium text-bad">{problem}</p>}
      </div>
      <span className="ml-auto flex flex-none">
        <Button
          size="s"
          tone="ghost"
          iconOnly
          icon={<ArrowUp aria-hidden="true" />}
          reason={reason ?? (place === 0 ? "It is asked first already." : null)}
          onClick={() => onMove(place - 1)}
        >
          {`Move up ${name}`}
        </Button>
        <Button
          size="s"
          tone="ghost"
          iconOnly
          icon={<ArrowDown aria-hidden="true" />}
          reason={reason ?? (place === last ? "It is asked last already." : null)}
          onClick={() => onMove(place + 1)}
        >
          {`Move down ${name}`}
        </Button>
        <Button size="s" tone="ghost" iconOnly icon={<Pencil aria-hidden="true" />} reason={reason} onClick={onEdit}>
          {`Edit ${name}`}
        </Button>
        <Button size="s" tone="ghost" iconOnly icon={<Trash2 aria-hidden="true" />} reason={reason} onClick={onRemove}>
          {`Remove ${name}`}
        </Button>
      </span>
    </li>
  )
}
