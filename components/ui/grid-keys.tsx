"use client"
import { useRouter } from "next/navigation"
import { type MouseEvent, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react"
import { GridSelectionContext, type SelectedRow } from "@/components/ui/grid-selection"
import { KeysDialog } from "@/components/ui/keys-dialog"

export type GridCommand = {
  /** One letter, lower case. */
  key: string
  /** The word shown in the list of keys, e.g. "qualify". */
  word: string
  /** Called with the ticked rows, or else with the row at the keyboard's position. */
  run: (rows: readonly SelectedRow[]) => void
}

type GridKeysProps = {
  commands?: readonly GridCommand[]
  /** Whether the grid inside has tick boxes. */
  selectable?: boolean
  children: ReactNode
}

const NONE: readonly GridCommand[] = []
const box = (row: Element) => row.querySelector<HTMLInputElement>("td .check")
const readRow = (row: Element): SelectedRow => {
  const link = row.querySelector<HTMLAnchorElement>(".grid-link")
  return { id: row.getAttribute("data-id") ?? "", href: link?.getAttribute("href") ?? "", name: link?.textContent ?? "" }
}

/**
 * Wraps a grid and its rail: J and K move, Enter opens, X selects where rows have boxes, `?` lists the keys, tick boxes count,
 * and a click anywhere on a row opens its record without a page load. State lives in the table itself,
 * so rows stay server-rendered and nothing of them is sent again.
 */
export function GridKeys({ commands = NONE, selectable = false, children }: GridKeysProps) {
  const root = useRef<HTMLDivElement>(null)
  const router = useRouter()
  const [selected, setSelected] = useState<readonly SelectedRow[]>([])
  const [listed, setListed] = useState(false)

  const rowsNow = useCallback(() => [...(root.current?.querySelectorAll("tbody tr[data-id]") ?? [])], [])
  const current = useCallback(() => rowsNow().find((row) => row.hasAttribute("data-current")), [rowsNow])

  const recount = useCallback(() => {
    const rows = rowsNow()
    const ticked = rows.filter((row) => box(row)?.checked)
    const all = root.current?.querySelector<HTMLInputElement>("input[data-all]")
    if (all) {
      all.checked = rows.length > 0 && ticked.length === rows.length
      all.indeterminate = ticked.length > 0 && ticked.length < rows.length
    }
    setSelected((before) => {
      const now = ticked.map(readRow)
      return now.length === before.length && now.every((row, place) => row.id === before[place]?.id) ? before : now
    })
  }, [rowsNow])

  const tickAll = useCallback(
    (on: boolean) => {
      for (const row of rowsNow()) {
        const input = box(row)
        if (input) input.checked = on
      }
      recount()
    },
    [rowsNow, recount],
  )

  const moveTo = useCallback(
    (step: 1 | -1) => {
      const rows = rowsNow()
      const from = rows.findIndex((row) => row.hasAttribute("data-current"))
      const to = from < 0 ? (step > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, from + step))
      rows[from]?.removeAttribute("data-current")
      rows[to]?.setAttribute("data-current", "")
      rows[to]?.querySelector<HTMLElement>(".grid-link")?.focus({ preventScroll: true })
      rows[to]?.scrollIntoView({ block: "nearest" })
    },
    [rowsNow],
  )

  // Rows come and go under a refresh: count again after every render.
  useEffect(recount)

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      const at = event.target instanceof HTMLElement ? event.target : null
      if (at?.closest("textarea, select, [contenteditable], [role=dialog], [popover], input:not([type=checkbox])")) return
      const key = event.key.toLowerCase()
      const here = current()
      const command = commands.find((one) => one.key === key)
      if (key === "j" || key === "k") moveTo(key === "j" ? 1 : -1)
      else if (key === "?") setListed(true)
      else if (key === "enter" && here && !at?.closest("a, button, input")) router.push(readRow(here).href)
      else if (key === "x" && here && selectable) box(here)?.click()
      else if (command) {
        const rows = rowsNow().filter((row) => box(row)?.checked)
        const chosen = rows.length > 0 ? rows : here ? [here] : []
        if (chosen.length === 0) return
        command.run(chosen.map(readRow))
      } else return
      event.preventDefault()
    }
    document.addEventListener("keydown", listen)
    return () => document.removeEventListener("keydown", listen)
  }, [commands, current, moveTo, router, rowsNow, selectable])

  const click = (event: MouseEvent) => {
    const at = event.target instanceof Element ? event.target : null
    if (at instanceof HTMLInputElement && at.matches("input[data-all]")) return tickAll(at.checked)
    if (at instanceof HTMLInputElement && at.matches("td .check")) return recount()
    const row = at?.closest("tbody tr[data-id]")
    const link = at?.closest("a")
    if (!row || event.button > 1 || (link && !link.matches(".grid-link")) || at?.closest("button, input, label, .g-check")) return
    if (!link && String(window.getSelection())) return
    const { href } = readRow(row)
    const aside = event.button === 1 || event.ctrlKey || event.metaKey || event.shiftKey
    if (aside && link) return
    event.preventDefault()
    if (aside) window.open(href, "_blank", "noopener")
    else router.push(href)
  }

  const selection = useMemo(
    () => ({ rows: selected, clear: () => tickAll(false), selectable, commands }),
    [selected, tickAll, selectable, commands],
  )
  return (
    <GridSelectionContext value={selection}>
      {/* biome-ignore lint/a11y: clicks come from the links and boxes inside, which the keyboard reaches by themselves */}
      <div ref={root} onClick={click} onAuxClick={click} className="flex min-h-0 flex-1 flex-col">
        {children}
      </div>
      <KeysDialog open={listed} onOpenChange={setListed} commands={commands} selectable={selectable} />
    </GridSelectionContext>
  )
}
