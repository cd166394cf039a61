import { CircleMinus, CirclePlus, Pencil, Rows3 } from "lucide-react"
import Link from "next/link"
import { type RowsAsked, rowsHref } from "@/components/exchange/rows-asked"
import { PlainTable } from "@/components/shell/plain-table"
import { cn } from "@/components/ui/cn"
import { Empty } from "@/components/ui/empty"
import { ForwardRail } from "@/components/ui/forward-rail"
import type { ImportRowView, RowFilter } from "@/lib/exchange/import/queries"

const words: Record<NonNullable<RowFilter>, string> = {
  create: "Create",
  update: "Update",
  skip: "Skip",
  created: "Created",
  updated: "Updated",
  skipped: "Skipped",
  undone: "Undone",
  kept: "Kept",
}

const looks: Record<string, { icon: typeof Pencil; tone: string }> = {
  Create: { icon: CirclePlus, tone: "text-good" },
  Created: { icon: CirclePlus, tone: "text-good" },
  Update: { icon: Pencil, tone: "text-info" },
  Updated: { icon: Pencil, tone: "text-info" },
}
const skipped = { icon: CircleMinus, tone: "text-mute" }

type ImportRowsProps = {
  path: string
  label: string
  counts: Partial<Record<NonNullable<RowFilter>, number>>
  total: number
  asked: RowsAsked
  rows: readonly ImportRowView[]
  next: number | null
}

/** Every row of the file with what becomes or became of it and why; by outcome, fifty a page. */
export function ImportRows({ path, label, counts, total, asked, rows, next }: ImportRowsProps) {
  const tabs: { filter: RowFilter; word: string; count: number }[] = [
    { filter: null, word: "All rows", count: total },
    ...Object.entries(counts).map(([filter, count]) => ({
      filter: filter as RowFilter,
      word: words[filter as NonNullable<RowFilter>],
      count,
    })),
  ]
  return (
    <>
      <nav aria-label="Rows by outcome" className="flex flex-wrap gap-1 px-5 pb-2.5 max-m:px-3">
        {tabs.map(({ filter, word, count }) => (
          <Link
            key={word}
            href={rowsHref(path, { filter, after: 0 })}
            prefetch={false}
            aria-current={asked.filter === filter ? "page" : undefined}
            className={cn(
              "inline-flex h-[30px] items-center gap-1.5 rounded-2 px-2.5 max-m:h-11",
              asked.filter === filter ? "bg-accent-soft font-semi text-accent-text" : "text-ink-2 hover:bg-sheet-hover",
            )}
          >
            {word}
            <span className="tabular-nums" aria-hidden="true">
              {count.toLocaleString("en")}
            </span>
          </Link>
        ))}
      </nav>
      <div className="grid-scroll">
        <PlainTable
          label={label}
          columns={[
            { key: "name", label: "Lead", width: 320 },
            { key: "row", label: "Row", width: 84, align: "right", quiet: true, phone: "top" },
            { key: "outcome", label: "Outcome", width: 124, phone: "end" },
            { key: "why", label: "Why, or what changes", phone: "second" },
          ]}
          empty={<Empty icon={<Rows3 />} title="No such rows" text="No row of the file has this outcome." />}
          rows={rows.map((row) => ({ id: String(row.rowNo), cells: cellsOf(row) }))}
        />
      </div>
      <ForwardRail
        range={rows.length > 0 && `Rows ${rows[0]?.rowNo.toLocaleString("en")} to ${rows.at(-1)?.rowNo.toLocaleString("en")} of the file`}
        firstHref={rowsHref(path, { ...asked, after: 0 })}
        isFirst={asked.after === 0}
        nextHref={next === null ? null : rowsHref(path, { ...asked, after: next })}
      />
    </>
  )
}

function cellsOf({ name, leadId, rowNo, word, reason, person, errors, changes }: ImportRowView) {
  const { icon: Icon, tone } = looks[word] ?? skipped
  return {
    name: leadId ? (
      <Link href={`/sales/leads/${leadId}`} prefetch={false} className="link">
        {name}
      </Link>
    ) : (
      name
    ),
    row: rowNo.toLocaleString("en"),
    outcome: (
      <span className={cn("inline-flex items-center gap-1.5 font-medium", tone)}>
        <Icon size={14} aria-hidden="true" />
        {word}
      </span>
    ),
    why: <Why reason={reason ?? person} errors={errors} changes={changes} />,
  }
}

function Why({ reason, errors, changes }: Pick<ImportRowView, "reason" | "errors" | "changes">) {
  const details = [
    ...errors.map(({ label, sentence }) => `${label}: ${sentence}`),
    ...changes.map(({ label, from, to }) => `${label}: ${from || "nothing"} → ${to || "nothing"}`),
  ]
  const text = [reason, ...details].filter(Boolean).join(" · ")
  return <span title={text}>{text}</span>
}
