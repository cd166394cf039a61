"use client"
import { Ban, Check, CircleHelp, FilePen, Flame, RotateCcw, Route, Store, UserCheck, X } from "lucide-react"
import dynamic from "next/dynamic"
import { type ReactNode, useState } from "react"
import { useListKeys } from "@/components/shell/list/use-list-keys"
import { Button } from "@/components/ui/button"
import { FoldingLine } from "@/components/ui/folding-line"
import { useGridSelection } from "@/components/ui/grid-selection"
import { MenuButton } from "@/components/ui/menu-items"
import { type BulkKind, type BulkList, bulkKey, bulkKinds, bulkNouns, mostInRun } from "@/lib/bulk/kinds"
import { ExportSelected, ExportSelectedItems } from "./export-selected"
import { type Matching, useMatching } from "./use-matching"

const BeginDialog = dynamic(() => import("./begin-dialog").then((part) => part.BeginDialog), { ssr: false })

const icons: Record<BulkKind, ReactNode> = {
  assign: <UserCheck aria-hidden="true" />,
  assign_by_rules: <Route aria-hidden="true" />,
  rate: <Flame aria-hidden="true" />,
  qualify: <Check aria-hidden="true" />,
  disqualify: <Ban aria-hidden="true" />,
  approve: <Check aria-hidden="true" />,
  reject: <X aria-hidden="true" />,
  reopen: <RotateCcw aria-hidden="true" />,
  reactivate: <RotateCcw aria-hidden="true" />,
  set_terms: <FilePen aria-hidden="true" />,
  set_channels: <Store aria-hidden="true" />,
  ask: <CircleHelp aria-hidden="true" />,
}

type BulkBarProps = {
  list: BulkList
  /** The view in the URL of its list. */
  view: string
  commands: readonly { kind: BulkKind; refusal: string | null }[]
  viewer: { id: string; name: string }
  /** Whether records may be given to others, and whether all that match may be taken, or only one's own. */
  mayGive: boolean
  takesAll: boolean
  exportRefusal: string | null
}

/** What can be done with the ticked rows, or with all that match the view. */
export function BulkBar({ list, view, commands, viewer, mayGive, takesAll, exportRefusal }: BulkBarProps) {
  const grid = useGridSelection()
  const matching = useMatching(list, view)
  const [open, setOpen] = useState<BulkKind | null>(null)
  const [ticked, all] = [grid?.rows ?? [], grid?.all ?? null]
  const isOn = ticked.length > 0 || all !== null
  const canTakeAll = all === null && matching !== null && !matching.isTooMany && matching.count > 0
  useListKeys([
    ...commands.map(({ kind, refusal }) => ({ keys: [bulkKey(list, kind)], run: () => (isOn && !refusal ? setOpen(kind) : false) })),
    { keys: ["e"], run: () => (isOn && !exportRefusal ? openExport() : false) },
    { keys: ["shift+a"], run: () => (canTakeAll ? grid?.selectAll?.(matching.count) : false) },
  ])
  if (!grid || !isOn) return null
  const exported = {
    ...{ list, view, isOwn: !takesAll, reason: exportRefusal },
    ids: all === null ? ticked.map(({ id }) => id) : null,
  }
  return (
    <>
      {all === null && matching && (takesAll || matching.count > 0) && (takesAll ? matching.count > ticked.length : true) && (
        <Button size="s" tone="ghost" reason={tooMany(list, matching)} onClick={() => grid.selectAll?.(matching.count)}>
          {takesAll ? `Select all ${countOf(matching)} that match` : `Select all ${countOf(matching)} of yours that match`}
        </Button>
      )}
      <FoldingLine
        className="grid-commands"
        items={[
          ...commands.map(({ kind, refusal }) => {
            const shared = { icon: icons[kind], reason: refusal, onClick: () => setOpen(kind), "aria-haspopup": "dialog" as const }
            const { word } = bulkKinds[kind]
            return {
              key: kind,
              inLine: (
                <Button size="s" {...shared}>
                  {word}
                </Button>
              ),
              inMenu: <MenuButton {...shared}>{word}</MenuButton>,
            }
          }),
          {
            key: "export",
            inLine: <ExportSelected {...exported} />,
            inMenu: <ExportSelectedItems {...exported} />,
          },
        ]}
      />
      {open && (
        <BeginDialog
          kind={open}
          chosen={{ list, view, scope: all === null ? "ticked" : "all", ids: all === null ? ticked.map(({ id }) => id) : [] }}
          count={all ?? ticked.length}
          viewer={viewer}
          mayGive={mayGive}
          first={ticked[0]?.id ?? null}
          onClose={() => setOpen(null)}
          onBegun={grid.clear}
        />
      )}
    </>
  )
}

/** The menu of formats opens as by a click, and takes the focus; where the line has no room for it, the menu of what is folded, at the formats. */
function openExport(): void {
  const find = (selector: string) => document.querySelector<HTMLElement>(`.grid-commands > ${selector}`)
  const own = find('[data-command="export"]:not([data-folded]) [popovertarget]')
  const trigger = own ?? find("[data-more] [popovertarget]")
  trigger?.click()
  ;(own ?? find('[data-more] [data-command="export"] .menu-item'))?.focus()
}

const countOf = ({ count, isTooMany }: Matching) => (isTooMany ? `${mostInRun.toLocaleString("en")}+` : count.toLocaleString("en"))

const tooMany = (list: BulkList, { isTooMany }: Matching): string | null =>
  isTooMany ? `A run takes at most ${mostInRun.toLocaleString("en")} ${bulkNouns[list][1]}. Narrow the view by a filter or a search.` : null
