"use client"
import Link from "next/link"
import { useRouter } from "next/navigation"
import { type MouseEvent, useRef } from "react"
import { countOf } from "@/components/shell/page-range"
import { Rail } from "@/components/ui/rail"
import { unpackRows } from "@/lib/platform/list-wire"
import type { CellAround } from "./cell"
import { useCounts } from "./counting"
import type { ListColumn } from "./list-columns"
import { ListHead } from "./list-head"
import { columnClass, RowLine } from "./row-line"
import { useColumnWidths } from "./use-column-widths"
import type { PackedLane } from "./use-lanes"
import { useListKeys } from "./use-list-keys"
import { useTicking } from "./use-ticking"

type GroupedGridProps = {
  path: string
  params: string
  label: string
  noun: readonly [one: string, many: string]
  columns: readonly ListColumn[]
  groups: readonly (PackedLane & { allHref: string })[]
  around: CellAround
}

const never = () => false

/** A view in groups: each with its name, its count and its first rows, and a way to all of them. */
export function GroupedGrid({ path, params, label, noun, columns, groups, around: given }: GroupedGridProps) {
  const around = useTicking(given, columns)
  const table = useRef<HTMLTableElement>(null)
  const router = useRouter()
  const { lanes } = useCounts()
  const classes = columns.map((column, at) => columnClass(column, at === 0))
  const hrefOf = (id: string) => `${path}/${id}${params && `?${params}`}`
  const step = (by: 1 | -1) => {
    const links = [...(table.current?.querySelectorAll<HTMLElement>(".grid-link") ?? [])]
    const at = document.activeElement instanceof HTMLElement ? links.indexOf(document.activeElement) : -1
    links[at < 0 ? 0 : Math.min(links.length - 1, Math.max(0, at + by))]?.focus()
  }
  useListKeys([
    { keys: ["j"], run: () => step(1) },
    { keys: ["k"], run: () => step(-1) },
  ])
  const click = (event: MouseEvent) => {
    const target = event.target instanceof Element ? event.target : null
    const id = target?.closest<HTMLElement>("tr[data-id]")?.dataset.id
    if (!id || event.ctrlKey || event.metaKey || event.shiftKey || String(window.getSelection())) return
    event.preventDefault()
    router.push(hrefOf(id))
  }
  return (
    <>
      <div className="grid-scroll">
        {/* biome-ignore lint/a11y: clicks come from the links inside, which the keyboard reaches by themselves */}
        <table ref={table} className="grid-table" aria-label={label} onClick={click} {...useColumnWidths(columns)}>
          <ListHead columns={columns} classes={classes} hasBox={false} ticked="none" tickAll={never} />
          {groups.map((group) => (
            <tbody key={group.value} id={group === groups[0] ? "rows" : undefined}>
              <tr className="grid-group">
                <th colSpan={columns.length} scope="rowgroup">
                  {group.label}
                  <span className="ml-2 font-normal text-ink-3">{countOf((group.isMore && lanes?.[group.value]) || group, ...noun)}</span>
                  {group.next && (
                    <Link href={group.allHref} prefetch={false} className="link ml-4 font-normal">
                      Show all<span className="sr-only"> of {group.label}</span>
                    </Link>
                  )}
                </th>
              </tr>
              {unpackRows(group.rows).map((row) => (
                <RowLine
                  key={row.id}
                  row={row}
                  place={null}
                  {...{ columns, classes, around }}
                  href={hrefOf(row.id)}
                  hasBox={false}
                  isTicked={false}
                  isCurrent={false}
                  editable={never}
                  cellAt={null}
                  editor={null}
                />
              ))}
            </tbody>
          ))}
        </table>
      </div>
      <Rail>{`${groups.length} groups`}</Rail>
    </>
  )
}
