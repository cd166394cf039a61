"use client"
import { Plus, X } from "lucide-react"
import { Button } from "@/components/ui/button"
import { cn } from "@/components/ui/cn"
import { Select } from "@/components/ui/select"
import type { Fields } from "@/lib/platform/fields"
import { FilterCondition } from "./filter-condition"
import { blankCondition, blankGroup, type Draft, deepest, type GroupDraft, isGroup } from "./filter-draft"

export type FilterWork = {
  fields: Fields
  people: Readonly<Record<string, string>>
  /** Nobody reads it, as a view is read: it cannot ask about "me". */
  hasNoReader?: boolean
  /** Conditions that lack something. */
  wrong: readonly number[]
  /** Why no more conditions fit in. */
  full: string | null
  change: (id: number, change: (part: Draft) => Draft | null) => void
  add: (groupId: number, part: Draft) => void
  remove: (part: Draft, groupId: number) => void
}

/** Conditions that all hold, or of which any holds; groups stand in groups. */
export function FilterGroup({
  group,
  depth,
  parentId,
  work,
}: {
  group: GroupDraft
  depth: number
  parentId: number | null
  work: FilterWork
}) {
  const { fields, people, hasNoReader, wrong, full, change, add, remove } = work
  const plus = <Plus aria-hidden="true" />
  return (
    <fieldset className={cn("grid gap-2", depth > 0 && "rounded-2 border border-line-2 p-2.5")}>
      <legend className="sr-only">{depth > 0 ? "Group of conditions" : "Conditions"}</legend>
      <div className="flex items-center gap-2">
        <label htmlFor={`joint-${group.id}`} className="font-medium">
          Match
        </label>
        <Select
          id={`joint-${group.id}`}
          value={group.joint}
          onChange={(event) =>
            change(group.id, (part) => (isGroup(part) ? { ...part, joint: event.target.value === "or" ? "or" : "and" } : part))
          }
        >
          <option value="and">all of these</option>
          <option value="or">any of these</option>
        </Select>
        {parentId !== null && (
          <Button
            tone="ghost"
            iconOnly
            icon={<X aria-hidden="true" />}
            className="ml-auto max-m:size-11"
            onClick={() => remove(group, parentId)}
          >
            Remove group
          </Button>
        )}
      </div>
      <ul className="grid gap-2">
        {group.parts.map((part) =>
          isGroup(part) ? (
            <li key={part.id}>
              <FilterGroup group={part} depth={depth + 1} parentId={group.id} work={work} />
            </li>
          ) : (
            <FilterCondition
              key={part.id}
              condition={part}
              fields={fields}
              people={people}
              hasNoReader={hasNoReader}
              isWrong={wrong.includes(part.id)}
              onChange={(changed) => change(part.id, () => changed)}
              onRemove={() => remove(part, group.id)}
            />
          ),
        )}
      </ul>
      <div className="flex flex-wrap gap-1.5">
        <Button id={`add-${group.id}`} size="s" tone="ghost" icon={plus} reason={full} onClick={() => add(group.id, blankCondition())}>
          Add condition
        </Button>
        {depth < deepest - 1 && (
          <Button
            size="s"
            tone="ghost"
            icon={plus}
            reason={full}
            onClick={() => add(group.id, blankGroup(group.joint === "and" ? "or" : "and"))}
          >
            Add group
          </Button>
        )}
      </div>
    </fieldset>
  )
}
