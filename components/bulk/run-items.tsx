import { Ban, CircleCheck, CircleHelp, CircleMinus, CircleX, Rows3, Undo2, UserRoundPlus } from "lucide-react"
import Link from "next/link"
import { PlainTable } from "@/components/shell/plain-table"
import { cn } from "@/components/ui/cn"
import { Empty } from "@/components/ui/empty"
import { ForwardRail } from "@/components/ui/forward-rail"
import { Tabs } from "@/components/ui/tabs"
import { type BulkList, bulkNouns } from "@/lib/bulk/kinds"
import type { ItemFilter, RunItemView } from "@/lib/bulk/queries"
import { capital } from "@/lib/platform/first-letter"
import { recordHref } from "@/lib/platform/record-href"
import { ChoiceCell } from "./choice-cell"
import { type ItemsAsked, itemsHref } from "./items-asked"

const looks: Record<NonNullable<ItemFilter>, { word: string; icon: typeof Ban; tone: string }> = {
  ready: { word: "Ready", icon: CircleCheck, tone: "text-good" },
  choose: { word: "Needs a choice", icon: CircleHelp, tone: "text-wait" },
  second: { word: "Second person", icon: UserRoundPlus, tone: "text-wait" },
  blocked: { word: "Blocked", icon: Ban, tone: "text-mute" },
  done: { word: "Done", icon: CircleCheck, tone: "text-good" },
  skipped: { word: "Skipped", icon: CircleMinus, tone: "text-mute" },
  failed: { word: "Failed", icon: CircleX, tone: "text-bad" },
  undone: { word: "Undone", icon: Undo2, tone: "text-mute" },
  kept: { word: "Not undone", icon: CircleX, tone: "text-wait" },
}

type RunItemsProps = {
  run: { id: string; list: BulkList; total: number }
  counts: Partial<Record<NonNullable<ItemFilter>, number>>
  asked: ItemsAsked
  rows: readonly RunItemView[]
  next: number | null
  /** Whether choices can still be made here. */
  mayChoose: boolean
}

/** Every record of a run with what becomes or became of it and why; by group, fifty a page. */
export function RunItems({ run: { id, list, total }, counts, asked, rows, next, mayChoose }: RunItemsProps) {
  const path = `/sales/runs/${id}`
  const [one, many] = bulkNouns[list]
  const figure = (count: number) => count.toLocaleString("en")
  const tabs = [
    { filter: null, label: "All", count: total },
    ...Object.entries(counts).map(([filter, count]) => ({
      filter: filter as NonNullable<ItemFilter>,
      label: looks[filter as NonNullable<ItemFilter>].word,
      count,
    })),
  ]
  return (
    <>
      <Tabs
        label="Records by group"
        tabs={tabs.map(({ filter, label, count }) => ({
          label,
          count: figure(count),
          href: itemsHref(path, { filter, after: 0 }),
          current: asked.filter === filter,
        }))}
      />
      <div className="grid-scroll">
        <PlainTable
          label="Records of the run"
          columns={[
            { key: "name", label: capital(one), width: 300 },
            { key: "group", label: "Group", width: 148, phone: "top" },
            { key: "why", label: "What happens, or why not", phone: "second" },
          ]}
          empty={<Empty icon={<Rows3 />} title="None of these" text={`No ${one} of this run is in this group.`} />}
          rows={rows.map((row) => ({ id: String(row.place), cells: cellsOf(row, { id, one, mayChoose }) }))}
        />
      </div>
      <ForwardRail
        range={rows.length > 0 && `${figure(rows[0]?.place ?? 0)} to ${figure(rows.at(-1)?.place ?? 0)} of ${figure(total)} ${many}`}
        firstHref={itemsHref(path, { ...asked, after: 0 })}
        isFirst={asked.after === 0}
        nextHref={next === null ? null : itemsHref(path, { ...asked, after: next })}
      />
    </>
  )
}

const freshOf = (noun: string) => (noun === "prospect" ? "a new company" : "a new account")

function cellsOf(row: RunItemView, { id, one, mayChoose }: { id: string; one: string; mayChoose: boolean }) {
  const { recordId, label, verdict, result, text, place } = row
  const group = result ?? verdict
  const { word, icon: Icon, tone } = group ? looks[group] : { word: "Not looked at yet", icon: CircleMinus, tone: "text-ink-3" }
  return {
    name: (
      <Link href={recordHref(one, recordId) ?? "/"} prefetch={false} className="link">
        {label || "No name"}
      </Link>
    ),
    group: (
      <span className={cn("inline-flex items-center gap-1.5 font-medium max-m:pl-2", tone)}>
        <Icon size={14} aria-hidden="true" />
        {word}
      </span>
    ),
    why:
      (verdict === "choose" || verdict === "second") && result === null && mayChoose ? (
        <ChoiceCell
          fresh={verdict === "choose" ? freshOf(one) : null}
          runId={id}
          place={place}
          label={label}
          text={text}
          found={row.found}
          choice={row.choice}
        />
      ) : (
        <span title={text} className="max-m:whitespace-normal">
          {text}
        </span>
      ),
  }
}
