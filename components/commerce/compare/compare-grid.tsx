"use client"
import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual"
import { Fragment, type KeyboardEvent, type MouseEvent, useDeferredValue, useId, useRef, useState } from "react"
import { MemberSearch } from "@/components/commerce/member-search"
import { Checkbox } from "@/components/ui/checkbox"
import { Select } from "@/components/ui/select"
import { differencesOf } from "@/lib/commerce/side-by-side/differences"
import type { ComparedMember } from "@/lib/commerce/side-by-side/member-values"
import type { ComparisonField } from "@/lib/commerce/side-by-side/queries"
import { fold } from "@/lib/platform/fold"
import { CompareRow } from "./compare-row"
import { type GridPlace, useGridWalk } from "./use-grid-walk"
import { useMemberEdits } from "./use-member-edits"

type CompareGridProps = {
  sectionName: string
  fields: readonly ComparisonField[]
  members: readonly ComparedMember[]
  /** Why this person cannot edit. */
  refusal: string | null
}

const rowHeight = 36
/** Names stay in sight, so on a phone they get less. */
const nameWidth = "clamp(168px, 30vw, 340px)"
const firstRows = 24

const counted = (count: number): string => count.toLocaleString("en")

/** The members as rows and a section's properties as columns: drawn for what is in sight, walked by arrows, edited in place. */
export function CompareGrid({ sectionName, fields, members, refusal }: CompareGridProps) {
  const baseField = useId()
  const { shown: all, save } = useMemberEdits(members)
  const admins = all.filter(({ role }) => role === "admin")
  const [baseId, setBaseId] = useState(admins[0]?.customerId ?? "")
  const [typed, setTyped] = useState("")
  const [isOnlyOther, setOnlyOther] = useState(false)
  const [editing, setEditing] = useState<GridPlace | null>(null)
  const base = all.find(({ customerId }) => customerId === baseId) ?? admins[0]
  const wanted = fold(useDeferredValue(typed))
  const differing = all.filter((member) => differencesOf(fields, member, base) > 0)
  const rows = (isOnlyOther ? [...(base ? [base] : []), ...differing] : all).filter(
    (member) => member === base || fold(`${member.name} ${member.number}`).includes(wanted),
  )
  const hasShared = fields.some(({ isOverridable }) => isOverridable)

  const scroller = useRef<HTMLDivElement>(null)
  const table = useRef<HTMLTableElement>(null)
  const currentRow = useRef(0)
  const virtualizer = useVirtualizer({
    count: rows.length,
    estimateSize: () => rowHeight,
    overscan: 10,
    scrollPaddingStart: rowHeight,
    initialRect: { width: 0, height: firstRows * rowHeight },
    getScrollElement: () => scroller.current,
    // The cell that has the focus stays, wherever one scrolls.
    rangeExtractor: (range) => {
      const seen = defaultRangeExtractor(range)
      const own = currentRow.current
      return own >= rows.length || seen.includes(own) ? seen : [...seen, own].sort((one, other) => one - other)
    },
  })
  const walk = useGridWalk({
    rows: rows.length,
    columns: fields.length + 1,
    page: Math.max(1, Math.floor((virtualizer.scrollRect?.height ?? 400) / rowHeight) - 2),
    table,
    scrollToRow: (row) => {
      currentRow.current = row
      virtualizer.scrollToIndex(row, { align: "auto" })
    },
  })
  const { at, go, press, put } = walk

  const edit = (place: GridPlace) => {
    const field = fields[place.column - 1]
    if (field?.isEditable && !refusal) setEditing(place)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    if (editing) return
    if (press(event)) return
    if (event.key === "F2" || event.key === "Enter") {
      event.preventDefault()
      if (at.column > 0) edit(at)
      else table.current?.querySelector<HTMLAnchorElement>(`tr[data-row="${at.row}"] a`)?.click()
    }
  }
  const onClick = (event: MouseEvent<HTMLTableElement>) => {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-place]") : null
    const row = cell?.closest<HTMLElement>("tr")?.dataset.row
    if (!cell || row === undefined || editing) return
    currentRow.current = Number(row)
    put({ row: Number(row), column: Number(cell.dataset.place) })
    if (!(event.target instanceof HTMLAnchorElement)) cell.focus()
  }
  const done = () => {
    const place = editing
    setEditing(null)
    if (place) go(place)
  }

  const items = virtualizer.getVirtualItems()
  const field = fields[at.column - 1]
  const width = `calc(${nameWidth} + ${fields.reduce((sum, each) => sum + each.width, 0)}px)`
  let end = 0
  const drawn = items.flatMap((item) => {
    const gap = item.start - end
    end = item.end
    const member = rows[item.index]
    return member ? [{ member, row: item.index, gap }] : []
  })
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2 px-6 py-2.5 max-m:px-4">
        <MemberSearch typed={typed} onType={setTyped} />
        {admins.length > 1 && (
          <span className="flex items-center gap-2 text-ink-2">
            <label htmlFor={baseField} className="flex-none">
              Compare with
            </label>
            <Select
              id={baseField}
              value={base?.customerId}
              onChange={(event) => setBaseId(event.target.value)}
              options={admins.map(({ customerId, name }) => ({ value: customerId, label: name }))}
            />
          </span>
        )}
        {hasShared && <Checkbox label="Differences only" checked={isOnlyOther} onChange={(event) => setOnlyOther(event.target.checked)} />}
        <p role="status" className="text-ink-2 tabular-nums">
          {hasShared
            ? `${counted(differing.length)} of ${counted(all.length)} members ${differing.length === 1 ? "differs" : "differ"} from ${base?.name ?? "the Admin"} in ${sectionName}.`
            : `${all.length === 1 ? "1 member" : `${counted(all.length)} members`}. What stands here is everybody's own.`}
        </p>
        {refusal && <p className="text-ink-3">{refusal}</p>}
      </div>
      <div ref={scroller} className="compare-scroll">
        <table
          ref={table}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that is walked and edited is a grid
          role="grid"
          aria-label={`Members, ${sectionName}`}
          aria-rowcount={rows.length + 1}
          aria-colcount={fields.length + 1}
          aria-readonly={refusal !== null || undefined}
          className="compare-table"
          style={{ width }}
          onKeyDown={onKeyDown}
          onClick={onClick}
        >
          <colgroup>
            <col style={{ width: nameWidth }} />
            {fields.map(({ key, width: wide }) => (
              <col key={key} style={{ width: wide }} />
            ))}
          </colgroup>
          <thead>
            <tr aria-rowindex={1}>
              <th scope="col" className="compare-name" aria-colindex={1}>
                Member
              </th>
              {fields.map(({ key, label }, column) => (
                <th key={key} scope="col" aria-colindex={column + 2}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {drawn.map(({ member, row, gap }) => (
              <Fragment key={member.memberId}>
                {gap > 0 && <tr style={{ height: gap }} />}
                <CompareRow
                  {...{ member, row, fields, base, save }}
                  current={row === at.row ? at.column : null}
                  editing={editing?.row === row ? editing.column : null}
                  onEdit={edit}
                  onDone={done}
                />
              </Fragment>
            ))}
            {virtualizer.getTotalSize() > end && <tr style={{ height: virtualizer.getTotalSize() - end }} />}
          </tbody>
        </table>
      </div>
      <p className="flex min-h-9 items-center px-6 text-12 text-ink-3 max-m:px-4">
        {field && !field.isEditable
          ? `${field.label}: ${field.why}`
          : "Arrows walk, Enter or F2 edits, Escape leaves as it was. A sign marks what differs from the Admin."}
      </p>
    </>
  )
}
