"use client"
import Link from "next/link"
import { Tag } from "@/components/ui/tag"
import { memberRoles } from "@/lib/commerce/hierarchies/rules"
import type { ComparedMember } from "@/lib/commerce/side-by-side/member-values"
import type { ComparisonField } from "@/lib/commerce/side-by-side/queries"
import { CompareCell } from "./compare-cell"
import type { GridPlace } from "./use-grid-walk"
import type { useMemberEdits } from "./use-member-edits"

type CompareRowProps = {
  member: ComparedMember
  row: number
  fields: readonly ComparisonField[]
  base: ComparedMember | undefined
  /** The cell that is in the order of Tab, where it is of this row. */
  current: number | null
  editing: number | null
  onEdit: (place: GridPlace) => void
  onDone: () => void
  save: ReturnType<typeof useMemberEdits>["save"]
}

/** A member as a row: the name as its head, then a cell a property. */
export function CompareRow({ member, row, fields, base, current, editing, onEdit, onDone, save }: CompareRowProps) {
  const isBase = member.customerId === base?.customerId
  return (
    <tr aria-rowindex={row + 2} data-id={member.memberId} data-row={row} className={isBase ? "compare-base" : undefined}>
      <th scope="row" tabIndex={current === 0 ? 0 : -1} data-place={0} aria-colindex={1} className="compare-name">
        <span className="flex min-w-0 items-center gap-2">
          <Link className="grid-link truncate" href={`/commerce/customers/${member.customerId}`} prefetch={false} tabIndex={-1}>
            {member.name}
          </Link>
          {/* A phone has room for the name alone; whom one compares with is chosen above, and its row is tinted. */}
          <span className="flex-none max-m:sr-only">
            {isBase ? <Tag tone="accent">compared with</Tag> : member.role === "admin" && <Tag>{memberRoles.admin}</Tag>}
          </span>
          <span className="ml-auto flex-none text-12 font-regular text-ink-3 tabular-nums max-m:hidden">{member.number}</span>
        </span>
      </th>
      {fields.map((field, column) => (
        <CompareCell
          key={field.key}
          {...{ member, field, column, base }}
          isCurrent={current === column + 1}
          isEditing={editing === column + 1}
          onEdit={() => onEdit({ row, column: column + 1 })}
          onDone={onDone}
          save={(to, isForced) => save(member, field, to, isForced)}
        />
      ))}
    </tr>
  )
}
