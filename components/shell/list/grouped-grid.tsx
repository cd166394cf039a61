"use client"
import Link from "next/link"
import { useRouter } from "next/navigation"
import { type ReactNode, useCallback, useEffect, useMemo, useRef } from "react"
import { countOf } from "@/components/shell/page-range"
import { GridSelectionContext } from "@/components/ui/grid-selection"
import { Rail } from "@/components/ui/rail"
import { unpackRows } from "@/lib/platform/list-wire"
import type { CellAround } from "./cell"
import { useCounts } from "./counting"
import type { ListColumn } from "./list-columns"
import { ListHead } from "./list-head"
import { RowKeys } from "./row-keys"
import { RowLine } from "./row-line"
import type { PackedLane } from "./use-lanes"
import { useLiveRows } from "./use-live-rows"
import { type RowCommand, useRowWork } from "./use-row-work"
import { useIsPhone } from "./use-visible-rows"

type GroupedGridProps = {
  path: string
  params: string
  label: string
  noun: readonly [one: string, many: string]
  columns: readonly ListColumn[]
  groups: readonly (PackedLane & { allHref: string })[]
  around: CellAround
  commands?: readonly RowCommand[]
  /** Commands for ticked rows; without it rows have no boxes. */
  bulk?: ReactNode
  /** Their letters, for the list of keys. */
  bulkKeys?: readonly { key: string; word: string }[]
  hasPeek?: boolean
}

const noCommands: readonly RowCommand[] = []
const nothing = async () => []

/** Has the server draw the groups again, since what changes of a row may bring it into another; done once they have come. */
function useFreshGroups(groups: unknown) {
  const router = useRouter()
  const waiting = useRef<(() => void)[]>([])
  // biome-ignore lint/correctness/useExhaustiveDependencies: new groups are what is waited for
  useEffect(() => {
    for (const done of waiting.current.splice(0)) done()
  }, [groups])
  return useCallback(
    (ids: readonly string[]) =>
      new Promise<void>((done) => {
        if (ids.length === 0) return done()
        waiting.current.push(done)
        router.refresh()
      }),
    [router],
  )
}

/** A view in groups: each with its name, its count and its first rows, and a way to all of them. Rows are worked as in the whole list. */
export function GroupedGrid(props: GroupedGridProps) {
  const { path, params, label, noun, columns, groups, around, commands = noCommands, bulk, bulkKeys, hasPeek = false } = props
  const body = useRef<HTMLTableElement>(null)
  const { lanes } = useCounts()
  const freshen = useFreshGroups(groups)
  const drawn = useMemo(() => groups.map((group) => ({ ...group, rows: unpackRows(group.rows) })), [groups])
  const rows = useMemo(() => drawn.flatMap((group) => group.rows), [drawn])
  const ids = useMemo(() => rows.map(({ id }) => id), [rows])
  useLiveRows({ kind: noun[0], ids, freshen, fetchThese: nothing })
  const { selection, keys, table, head, span, line } = useRowWork({
    ...{ path, params, columns, around, rows, ids, body, commands, hasPeek, freshen },
    hasBox: bulk !== undefined,
    isPhone: useIsPhone(),
    walk: {
      kept: null,
      top: 0,
      bottom: rows.length - 1,
      isReached: { home: true, end: true },
      jump: async () => false,
      scrollTo: (index) => body.current?.querySelector(`tr[data-id="${ids[index]}"]`)?.scrollIntoView({ block: "nearest" }),
    },
  })
  return (
    <GridSelectionContext value={selection}>
      <div className="grid-scroll">
        <table ref={body} className="grid-table" aria-label={label} {...table}>
          <ListHead {...head} />
          {drawn.map((group) => (
            <tbody key={group.value} id={group === drawn[0] ? "rows" : undefined}>
              <tr className="grid-group">
                <th colSpan={span.always} scope="rowgroup">
                  {group.label}
                  <span className="ml-2 font-normal text-ink-3">{countOf((group.isMore && lanes?.[group.value]) || group, ...noun)}</span>
                  {group.next && (
                    <Link href={group.allHref} prefetch={false} className="link ml-4 font-normal">
                      Show all<span className="sr-only"> of {group.label}</span>
                    </Link>
                  )}
                </th>
                {span.wide > 0 && <td className="g-wide" colSpan={span.wide} />}
              </tr>
              {group.rows.map((row) => (
                <RowLine key={row.id} place={null} {...line(row)} />
              ))}
            </tbody>
          ))}
        </table>
      </div>
      <Rail bulk={bulk}>{`${groups.length} groups`}</Rail>
      <RowKeys {...keys} bulk={bulkKeys} />
    </GridSelectionContext>
  )
}
